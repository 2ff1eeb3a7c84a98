import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { LinAlgError } from "./linAlgError.ts";
import { factorLu, solveFactored } from "./lu.ts";
import { nth, place, result, squareMatrices } from "./matrices.ts";

/** The inverse of A (..., M, M). Throws LinAlgError when A is singular. */
export function inv(a: ArrayInput): NDArray {
  const { data, count, n, lead, dtype } = squareMatrices("inv", a);
  const inverse = new Float64Array(data.length);
  for (let i = 0; i < count; i++) {
    const lu = nth(data, n * n, i);
    const pivots = factorLu(lu, n);
    if (pivots.singular >= 0) {
      throw new LinAlgError(
        `inv: the matrix is singular${place(count, i)}, no pivot in column ${pivots.singular}; use pinv for the pseudo-inverse`,
      );
    }
    const target = nth(inverse, n * n, i);
    for (let j = 0; j < n; j++) target[j * n + j] = 1;
    solveFactored(lu, pivots, n, target, n);
  }
  return result(inverse, [...lead, n, n], dtype);
}
