import * as fc from "fast-check";
import { expect, it } from "vitest";
import { gemm } from "./gemm.ts";

/** A strided matrix in a buffer of its own, with values that make every product exact. */
function matrix(rows: number, columns: number, row: number, col: number, seed: number) {
  const reach = (rows - 1) * Math.abs(row) + (columns - 1) * Math.abs(col) + 1;
  const data = Float64Array.from(
    { length: Math.max(reach, 1) },
    (_, i) => ((i * 7 + seed) % 13) - 6,
  );
  const offset = (row < 0 ? -row * (rows - 1) : 0) + (col < 0 ? -col * (columns - 1) : 0);
  return { data, offset, row, col };
}

/** Strides of rows, columns, with gaps, reversed, and broadcast. */
const layouts = (rows: number, columns: number): [number, number][] => [
  [columns, 1],
  [1, rows],
  [2 * columns + 1, 2],
  [-columns, 1],
  [1, -rows],
  [0, 1],
];

it("gemm(m, n, k, ...) equals the triple loop for all strides, alpha and beta", () => {
  const size = fc.integer({ min: 1, max: 11 });
  const layout = fc.nat(5);
  const factor = fc.constantFrom(0, 1, -1, 2);
  fc.assert(
    fc.property(
      size,
      size,
      size,
      layout,
      layout,
      fc.nat(4),
      factor,
      factor,
      (m, n, k, la, lb, lc, alpha, beta) => {
        const a = matrix(m, k, ...layouts(m, k)[la], 1);
        const b = matrix(k, n, ...layouts(k, n)[lb], 2);
        const c = matrix(m, n, ...layouts(m, n)[lc], 3);
        const expected = Float64Array.from(c.data);
        for (let i = 0; i < m; i++) {
          for (let j = 0; j < n; j++) {
            let sum = 0;
            for (let p = 0; p < k; p++) {
              sum +=
                a.data[a.offset + i * a.row + p * a.col] * b.data[b.offset + p * b.row + j * b.col];
            }
            const at = c.offset + i * c.row + j * c.col;
            expected[at] = alpha * sum + beta * c.data[at] + 0;
          }
        }
        gemm(
          m,
          n,
          k,
          alpha,
          a.data,
          a.offset,
          a.row,
          a.col,
          b.data,
          b.offset,
          b.row,
          b.col,
          beta,
          c.data,
          c.offset,
          c.row,
          c.col,
        );
        expect(Array.from(c.data, (x) => x + 0)).toEqual(Array.from(expected));
      },
    ),
    { numRuns: 400 },
  );
});

it("gemm(m, n, k, ...) crosses its blocks of rows and of depth", () => {
  const [m, n, k] = [131, 5, 600];
  const a = matrix(m, k, k, 1, 4);
  const b = matrix(k, n, 1, k, 5);
  const c = new Float64Array(m * n);
  gemm(m, n, k, 1, a.data, 0, k, 1, b.data, 0, 1, k, 0, c, 0, n, 1);
  for (const [i, j] of [
    [0, 0],
    [63, 4],
    [64, 0],
    [130, 4],
    [128, 2],
  ]) {
    let sum = 0;
    for (let p = 0; p < k; p++) sum += a.data[i * k + p] * b.data[p + j * k];
    expect(c[i * n + j]).toBe(sum);
  }
});

it("gemm(..., beta = 0, ...) does not read C, so NaN there is overwritten", () => {
  const c = new Float64Array(4).fill(NaN);
  const a = Float64Array.of(1, 2, 3, 4);
  gemm(2, 2, 2, 1, a, 0, 2, 1, a, 0, 2, 1, 0, c, 0, 2, 1);
  expect(Array.from(c)).toEqual([7, 10, 15, 22]);
  c.fill(NaN);
  gemm(2, 2, 0, 1, a, 0, 2, 1, a, 0, 2, 1, 0, c, 0, 2, 1);
  expect(Array.from(c)).toEqual([0, 0, 0, 0]);
  gemm(2, 1, 2, 1, a, 0, 2, 1, a, 0, 1, 1, 0, c.fill(NaN), 0, 1, 1);
  expect(Array.from(c)).toEqual([5, 11, NaN, NaN]);
});

it("gemm on float32 rounds once, from sums in double precision", () => {
  const a = Float32Array.of(16777216, 1, 1, 0);
  const ones = new Float32Array(8).fill(1);
  const c = new Float32Array(4);
  gemm(2, 2, 2, 1, a, 0, 2, 1, ones, 0, 2, 1, 0, c, 0, 2, 1);
  expect(c[0]).toBe(Math.fround(16777217));
});
