import type { NDArray } from "../core/ndarray.ts";

/** Throws RangeError unless a distribution's parameter is a number of at least 0 (or above it). */
export function checkParameter(
  operation: string,
  name: string,
  value: number,
  bound: "at least 0" | "above 0" = "at least 0",
): void {
  if (bound === "above 0" ? value > 0 : value >= 0) return;
  throw new RangeError(`${operation}: expected ${name} ${bound}, got ${value}`);
}

export function checkProbability(operation: string, name: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new RangeError(`${operation}: expected ${name} in [0, 1], got ${value}`);
}

export function checkInteger(
  operation: string,
  name: string,
  value: number,
  low: number,
  high: number,
): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw new RangeError(
    `${operation}: expected ${name} to be an integer from ${low} to ${high}, got ${value}`,
  );
}

export function checkRows(operation: string, x: NDArray): void {
  if (x.ndim === 0) throw new RangeError(`${operation}: expected at least one axis, got shape ()`);
}
