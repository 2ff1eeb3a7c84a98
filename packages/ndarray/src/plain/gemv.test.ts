import { expect, it } from "vitest";
import { gemv } from "./gemv.ts";

it("gemv(m, k, ...) reads rows and columns, any strides, any length", () => {
  for (const m of [1, 2, 3, 4, 5, 9]) {
    for (const k of [0, 1, 3, 4, 7, 8]) {
      for (const [row, col] of [
        [k, 1],
        [1, m],
        [2 * k, 2],
        [2, 2 * m],
      ]) {
        const a = Float64Array.from({ length: 2 * m * k + 2 }, (_, i) => ((i * 5) % 11) - 5);
        const x = Float64Array.from({ length: 2 * k + 1 }, (_, i) => (i % 7) - 3);
        const y = new Float64Array(2 * m).fill(1);
        gemv(m, k, 2, a, 0, row, col, x, 0, 2, 3, y, 0, 2);
        for (let i = 0; i < m; i++) {
          let sum = 0;
          for (let p = 0; p < k; p++) sum += a[i * row + p * col] * x[2 * p];
          expect(y[2 * i] - (2 * sum + 3)).toBe(0);
        }
      }
    }
  }
});
