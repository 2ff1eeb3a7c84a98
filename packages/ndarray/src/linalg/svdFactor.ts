// Square core of the SVD: A (N, N) = U diag(s) V^T.
import { bidiagonalise } from "./bidiagonal.ts";
import { negateRow, rotateRows, rotationOf } from "./rotation.ts";

/** Iterations allowed for each singular value; two or three are usual. */
const MAX_ITERATIONS = 60;
/** After so many, what is nothing beside the whole matrix counts as nothing. */
const PATIENCE = 20;

const EPSILON = 2 ** -52;
/** What is smaller is nothing beside the largest element, which is about 1. */
const TINY = 2 ** -966;

/** Singular values, not yet in order, and the singular vectors as rows of `U^T` and `V^T`. */
export interface SvdForm {
  readonly values: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/**
 * The SVD of square A (N, N), which is overwritten and whose largest element is about 1: two-sided
 * Householder reduction to an upper bidiagonal matrix, then implicit QR iteration on it. Returns
 * undefined when a value takes too many iterations. Without `vectors` the rows are left empty.
 *
 * Source: Golub and Van Loan, Matrix Computations, 4th edition, 8.6.
 */
export function factorSvd(a: Float64Array, n: number, vectors: boolean): SvdForm | undefined {
  const { diagonal: d, above: e, left, right } = bidiagonalise(a, n, vectors);
  const width = vectors ? n : 0;
  let iterations = 0;
  for (let last = n - 1; last >= 0;) {
    if (iterations > MAX_ITERATIONS) return undefined;
    const first = blockStart(d, e, last, iterations < PATIENCE ? TINY : EPSILON);
    if (first === last) {
      if (d[last] < 0) {
        d[last] = -d[last];
        negateRow(right, width, last);
      }
      last--;
      iterations = 0;
      continue;
    }
    iterations++;
    const zero = zeroWithin(d, e, first, last);
    if (zero === last) clearColumn(d, e, right, width, first, last);
    else if (zero >= 0) clearRow(d, e, left, width, zero, last);
    else qrStep(d, e, left, right, width, first, last);
  }
  return { values: d, left, right };
}

/**
 * The first index of the block that ends at `last`: the element above its start is negligible beside
 * its neighbours, or below `floor`.
 */
function blockStart(d: Float64Array, e: Float64Array, last: number, floor: number): number {
  for (let i = last - 1; i >= 0; i--) {
    if (Math.abs(e[i]) <= floor + EPSILON * (Math.abs(d[i]) + Math.abs(d[i + 1]))) {
      e[i] = 0;
      return i + 1;
    }
  }
  return 0;
}

/** A diagonal element of the block that is negligible beside its neighbours, or -1. */
function zeroWithin(d: Float64Array, e: Float64Array, first: number, last: number): number {
  for (let i = last; i >= first; i--) {
    const before = i > first ? Math.abs(e[i - 1]) : 0;
    const after = i < last ? Math.abs(e[i]) : 0;
    if (Math.abs(d[i]) <= TINY + EPSILON * (before + after)) {
      d[i] = 0;
      return i;
    }
  }
  return -1;
}

/** The last diagonal element is 0: rotations of columns drive the element above it out at the top. */
function clearColumn(
  d: Float64Array,
  e: Float64Array,
  right: Float64Array,
  width: number,
  first: number,
  last: number,
): void {
  let f = e[last - 1];
  e[last - 1] = 0;
  for (let i = last - 1; i >= first && f !== 0; i--) {
    const { c, s, r } = rotationOf(d[i], f);
    d[i] = r;
    if (i > first) {
      f = -s * e[i - 1];
      e[i - 1] = c * e[i - 1];
    }
    rotateRows(right, width, i, last, c, s);
  }
}

/** A diagonal element before the last is 0: rotations of rows drive its neighbour out at the end. */
function clearRow(
  d: Float64Array,
  e: Float64Array,
  left: Float64Array,
  width: number,
  zero: number,
  last: number,
): void {
  let f = e[zero];
  e[zero] = 0;
  for (let i = zero + 1; i <= last && f !== 0; i++) {
    const { c, s, r } = rotationOf(d[i], f);
    d[i] = r;
    f = -s * e[i];
    e[i] = c * e[i];
    rotateRows(left, width, i, zero, c, s);
  }
}

/** One implicit QR step with the shift of the block's last two rows. */
function qrStep(
  d: Float64Array,
  e: Float64Array,
  left: Float64Array,
  right: Float64Array,
  width: number,
  first: number,
  last: number,
): void {
  let f = d[first] - shift(d, e, first, last) / d[first];
  let g = e[first];
  // f stands for `(d^2 - shift) / d`, and g for `d e / d`: the same direction.
  for (let i = first; i < last; i++) {
    const columns = rotationOf(f, g);
    if (i > first) e[i - 1] = columns.r;
    f = columns.c * d[i] + columns.s * e[i];
    e[i] = columns.c * e[i] - columns.s * d[i];
    g = columns.s * d[i + 1];
    d[i + 1] = columns.c * d[i + 1];
    rotateRows(right, width, i, i + 1, columns.c, columns.s);

    const rows = rotationOf(f, g);
    d[i] = rows.r;
    f = rows.c * e[i] + rows.s * d[i + 1];
    d[i + 1] = rows.c * d[i + 1] - rows.s * e[i];
    if (i + 1 < last) {
      g = rows.s * e[i + 1];
      e[i + 1] = rows.c * e[i + 1];
    }
    rotateRows(left, width, i, i + 1, rows.c, rows.s);
  }
  e[last - 1] = f;
}

/** Wilkinson's shift: the eigenvalue of the end of `B^T B` that is nearer to its last element. */
function shift(d: Float64Array, e: Float64Array, first: number, last: number): number {
  const before = last - 1 > first ? e[last - 2] : 0;
  const top = d[last - 1] ** 2 + before ** 2;
  const bottom = d[last] ** 2 + e[last - 1] ** 2;
  const side = d[last - 1] * e[last - 1];
  if (side === 0) return bottom;
  const half = (top - bottom) / 2;
  const root = Math.hypot(half, side);
  return bottom - side * (side / (half + (half >= 0 ? root : -root)));
}
