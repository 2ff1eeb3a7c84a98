import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { NDArray } from "../core/ndarray.ts";
import { matmul } from "../products/matmul.ts";

/** A number as fixtures/linalg/generate.py writes it. */
export type Spelled = number | "nan" | "inf" | "-inf";

export interface Kept {
  readonly shape: number[];
  readonly data: Spelled[];
}

/** The text of fixtures/linalg/<name>.json. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/linalg/${name}.json`, import.meta.url), "utf8");
}

export function number(value: Spelled): number {
  if (typeof value === "number") return value;
  return { nan: NaN, inf: Infinity, "-inf": -Infinity }[value];
}

export function restore({ shape, data }: Kept): NDArray {
  return new NDArray(Float64Array.from(data, number), shape, "float64");
}

/**
 * Expects the same shape, and no element further off than `tolerance` times the largest expected one
 * (or times `scale`). Equal infinities and NaNs agree.
 */
export function expectClose(
  actual: NDArray,
  expected: NDArray,
  tolerance = 1e-12,
  scale?: number,
): void {
  expect(actual.shape).toEqual(expected.shape);
  const found = actual.toTyped("float64");
  const wanted = expected.toTyped("float64");
  const finite = wanted.filter(Number.isFinite);
  const size = scale ?? finite.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  for (let i = 0; i < wanted.length; i++) {
    if (Object.is(found[i], wanted[i])) continue;
    const difference = Math.abs(found[i] - wanted[i]);
    if (!(difference <= tolerance * size)) {
      expect.fail(
        `element ${i}: got ${found[i]}, expected ${wanted[i]} to ${tolerance} of ${size}`,
      );
    }
  }
}

/** The last two axes exchanged. */
export function transpose(a: NDArray): NDArray {
  const order = a.shape.map((_, i) => i);
  [order[a.ndim - 2], order[a.ndim - 1]] = [a.ndim - 1, a.ndim - 2];
  return a.transpose(order);
}

export function identity(n: number): NDArray {
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) data[i * (n + 1)] = 1;
  return new NDArray(data, [n, n], "float64");
}

/** Expects the columns of a matrix (or of each of a stack) to be orthonormal. */
export function expectOrthonormal(q: NDArray, tolerance = 1e-13): void {
  const n = q.shape[q.ndim - 1];
  const product = matmul(transpose(q), q);
  const flat = product.reshape(-1 * Number(product.size > 0), n, n);
  for (let i = 0; i < flat.shape[0]; i++) expectClose(flat.at(i), identity(n), tolerance);
}

/** A matrix with s on its diagonal. */
export function diagonal(s: NDArray, m: number, n: number): NDArray {
  const data = new Float64Array(m * n);
  const values = s.toTyped("float64");
  for (let i = 0; i < values.length; i++) data[i * n + i] = values[i];
  return new NDArray(data, [m, n], "float64");
}
