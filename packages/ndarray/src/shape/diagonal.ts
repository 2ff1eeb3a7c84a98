import { ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { formatShape } from "../core/shape.ts";
import { copy } from "../elementwise/copy.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { zeros } from "../creation/filled.ts";

/** The view of the diagonal of a matrix (M, N), `k` places above the main one. */
export function diagonal(a: ArrayInput, k = 0): NDArray {
  const x = asArray(a);
  if (x.ndim !== 2) {
    throw new ShapeError(`diagonal: expected a matrix, got shape ${formatShape(x.shape)}`);
  }
  const [rows, columns] = x.shape;
  const [row, column] = x.strides;
  const length = Math.max(0, k >= 0 ? Math.min(rows, columns - k) : Math.min(rows + k, columns));
  const offset = length === 0 ? 0 : k >= 0 ? k * column : -k * row;
  return new NDArray(x.data, [length], x.dtype, [row + column], x.offset + offset);
}

/** A square matrix with the 1-D array `a` on its k-th diagonal; of a matrix, a copy of that diagonal. */
export function diag(a: ArrayInput, k = 0): NDArray {
  const x = asArray(a);
  if (x.ndim !== 1) return copy(diagonal(x, k));
  const n = x.size + Math.abs(k);
  const result = zeros([n, n], { dtype: x.dtype });
  diagonal(result, k).set(x);
  return result;
}

/** A copy with zeros above the k-th diagonal of the last two axes. */
export function tril(a: ArrayInput, k = 0): NDArray {
  return keep("tril", a, (i, j) => j - i <= k);
}

/** A copy with zeros below the k-th diagonal of the last two axes. */
export function triu(a: ArrayInput, k = 0): NDArray {
  return keep("triu", a, (i, j) => j - i >= k);
}

function keep(
  operation: string,
  a: ArrayInput,
  isKept: (i: number, j: number) => boolean,
): NDArray {
  const result = copy(asArray(a));
  if (result.ndim < 2) {
    throw new ShapeError(
      `${operation}: expected two or more axes, got shape ${formatShape(result.shape)}`,
    );
  }
  const [rows, columns] = result.shape.slice(-2);
  const { data } = result;
  for (let p = 0; p < data.length; p++) {
    const place = p % (rows * columns);
    if (!isKept(Math.floor(place / columns), place % columns)) data[p] = 0;
  }
  return result;
}
