/** The code of a system error ("ENOENT", "ENOSPC", ...), also when fetch has wrapped it as a cause. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return errorCode(error.cause);
}
