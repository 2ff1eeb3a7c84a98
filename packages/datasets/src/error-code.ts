/** The code of a system error ("ENOENT", "ENOSPC", ...), if it is one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

/** The code of the error or of what caused it: fetch wraps those of the network. */
export function causeCode(error: unknown): string | undefined {
  return errorCode(error) ?? (error instanceof Error ? causeCode(error.cause) : undefined);
}
