/** The rotation `c f + s g = r`, `c g - s f = 0`. */
export interface Rotation {
  readonly c: number;
  readonly s: number;
  readonly r: number;
}

/** Scaled by the larger of the two: orthogonal to the last bits even when both are subnormal. */
export function rotationOf(f: number, g: number): Rotation {
  const larger = Math.max(Math.abs(f), Math.abs(g));
  if (larger === 0) return { c: 1, s: 0, r: 0 };
  const x = f / larger;
  const y = g / larger;
  const length = Math.sqrt(x * x + y * y);
  return { c: x / length, s: y / length, r: larger * length };
}

/**
 * Rotates rows i and j of a row-major matrix: `(x, y)` becomes `(c x + s y, c y - s x)`.
 */
export function rotateRows(
  a: Float64Array,
  width: number,
  i: number,
  j: number,
  c: number,
  s: number,
): void {
  const top = i * width;
  const bottom = j * width;
  for (let p = 0; p < width; p++) {
    const x = a[top + p];
    const y = a[bottom + p];
    a[top + p] = c * x + s * y;
    a[bottom + p] = c * y - s * x;
  }
}

/** Reverses the signs of row i. */
export function negateRow(a: Float64Array, width: number, i: number): void {
  for (let p = i * width; p < (i + 1) * width; p++) a[p] = -a[p];
}

/** A copy of row-major A (rows, columns) as (columns, rows). */
export function transposed(a: Float64Array, rows: number, columns: number): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) result[j * rows + i] = a[i * columns + j]!;
  }
  return result;
}

/**
 * The power of two next to the largest element's size, by which a matrix is divided before, and its
 * values multiplied after, an iteration that squares elements; 1 for a matrix of zeros.
 */
export function scaleOf(a: Float64Array): number {
  let largest = 0;
  for (const value of a) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return 1;
  const exponent = Math.min(Math.max(Math.floor(Math.log2(largest)), -1000), 1000);
  return 2 ** exponent;
}
