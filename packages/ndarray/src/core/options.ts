import { DTypeError, UnsupportedError } from "./errors.ts";

/**
 * Throws for an option that the operation does not have (NumPy's `where` or `initial`, say), and
 * for something else in the place of the options, as in `sum(a, 0)`. TypeScript sees both.
 */
export function checkOptions(
  operation: string,
  options: object | undefined,
  known: readonly string[],
): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null) {
    throw new DTypeError(
      `${operation}: expected options such as { ${known[0]}: ... }, got ${String(options)}`,
    );
  }
  for (const name in options) {
    if (!known.includes(name)) {
      throw new UnsupportedError(
        `${operation}: option ${name} is not supported; the options are ${known.join(", ")}`,
      );
    }
  }
}
