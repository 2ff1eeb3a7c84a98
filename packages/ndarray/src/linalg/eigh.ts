import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { exchangeRows } from "./lu.ts";
import { LinAlgError } from "./linAlgError.ts";
import { checkFinite, nth, place, result, squareMatrices } from "./matrices.ts";
import { rotateRows, rotationOf, scaleOf, transposed } from "./rotation.ts";
import { tridiagonalise } from "./tridiagonal.ts";
import type { Tridiagonal } from "./tridiagonal.ts";

const EPSILON = 2 ** -53;
/** What is smaller is nothing beside the largest element, which is about 1. */
const TINY = 2 ** -966;
/** Iterations for one eigenvalue, of which two or three are usual. */
const MAX_ITERATIONS = 40;
/** After so many, what is nothing beside the whole matrix counts as nothing. */
const PATIENCE = 10;

/**
 * Eigenvalues (..., M) in ascending order and orthonormal eigenvectors (..., M, M), one a column, of
 * symmetric A (..., M, M); only A's lower triangle is read. A vector's sign is arbitrary.
 *
 * Throws LinAlgError when an element is not finite.
 */
export function eigh(a: ArrayInput): { eigenvalues: NDArray; eigenvectors: NDArray } {
  const { data, count, n, lead, dtype } = squareMatrices("eigh", a);
  checkFinite("eigh", data, n);
  const values = new Float64Array(count * n);
  const vectors = new Float64Array(count * n * n);
  for (let i = 0; i < count; i++) {
    const matrix = nth(data, n * n, i);
    mirrorLower(matrix, n);
    const scale = scaleOf(matrix);
    for (let p = 0; p < matrix.length; p++) matrix[p] = matrix[p] / scale;
    const form = tridiagonalise(matrix, n);
    if (!diagonalise(form, n)) {
      throw new LinAlgError(`eigh: the iteration did not converge${place(count, i)}`);
    }
    const order = Array.from(form.diagonal.keys());
    order.sort((p, q) => form.diagonal[p] - form.diagonal[q]);
    const sorted = new Float64Array(n * n);
    for (const [to, from] of order.entries()) {
      values[i * n + to] = form.diagonal[from] * scale;
      sorted.set(form.rows.subarray(from * n, (from + 1) * n), to * n);
    }
    nth(vectors, n * n, i).set(transposed(sorted, n, n));
  }
  return {
    eigenvalues: result(values, [...lead, n], dtype),
    eigenvectors: result(vectors, [...lead, n, n], dtype),
  };
}

function mirrorLower(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j]!;
}

/**
 * Implicit QL iteration with Wilkinson's shift: leaves the eigenvalues on the diagonal and the
 * eigenvectors in the rows. Returns false when an eigenvalue takes too many iterations.
 *
 * Source: Golub and Van Loan, Matrix Computations, 4th edition, 8.3.5 (there from the other end).
 */
function diagonalise({ diagonal: d, beside: e, rows }: Tridiagonal, n: number): boolean {
  for (let first = 0; first < n; first++) {
    for (let iteration = 0; ; iteration++) {
      const last = blockEnd(d, e, first, n, iteration < PATIENCE ? TINY : EPSILON);
      if (last === first) break;
      // QL wants the small elements first: they would drown in the large ones on their way up.
      if (iteration === 0 && Math.abs(d[last]) < Math.abs(d[first])) {
        reverseBlock(d, e, rows, n, first, last);
      }
      if (iteration === MAX_ITERATIONS) return false;
      chase(d, e, rows, n, first, last);
    }
  }
  return true;
}

/**
 * The last index of the block that begins at `first`: the element after it is negligible beside its
 * neighbours, or below `floor`.
 */
function blockEnd(
  d: Float64Array,
  e: Float64Array,
  first: number,
  n: number,
  floor: number,
): number {
  for (let i = first; i + 1 < n; i++) {
    const size = Math.abs(d[i]) + Math.abs(d[i + 1]);
    if (Math.abs(e[i]) <= floor + EPSILON * size) {
      e[i] = 0;
      return i;
    }
  }
  return n - 1;
}

/** Turns a block upside down, which changes the order of its eigenvalues only. */
function reverseBlock(
  d: Float64Array,
  e: Float64Array,
  rows: Float64Array,
  n: number,
  first: number,
  last: number,
): void {
  d.subarray(first, last + 1).reverse();
  e.subarray(first, last).reverse();
  for (let i = first, j = last; i < j; i++, j--) exchangeRows(rows, n, i, j);
}

/** One QL step on the block: rotations from its last pair of rows up to its first. */
function chase(
  d: Float64Array,
  e: Float64Array,
  rows: Float64Array,
  n: number,
  first: number,
  last: number,
): void {
  const difference = (d[first + 1] - d[first]) / (2 * e[first]);
  const root = Math.hypot(difference, 1);
  const toward = difference >= 0 ? difference + root : difference - root;
  // The bulge that the rotations chase upwards, and what it takes off the diagonal.
  let g = d[last] - d[first] + e[first] / toward;
  let s = 1;
  let c = 1;
  let carried = 0;
  for (let i = last - 1; i >= first; i--) {
    const f = s * e[i];
    const b = c * e[i];
    const rotation = rotationOf(g, f);
    e[i + 1] = rotation.r;
    if (rotation.r === 0) {
      // The block falls apart here; the next step takes the parts one by one.
      d[i + 1] = d[i + 1] - carried;
      e[last] = 0;
      return;
    }
    ({ c, s } = rotation);
    const h = d[i + 1] - carried;
    const t = (d[i] - h) * s + 2 * c * b;
    carried = s * t;
    d[i + 1] = h + carried;
    g = c * t - b;
    rotateRows(rows, n, i, i + 1, c, -s);
  }
  d[first] = d[first] - carried;
  e[first] = g;
  e[last] = 0;
}
