/** 8-bit integers and the scale of each row or column: `value = scale * integer`. */
export type Quantized = { readonly integers: Int8Array; readonly scales: Float32Array };

/** The largest integer of a table's rows. */
const eightBits = 127;

/**
 * The largest integer of a factor. Processors without VNNI (or Arm's equivalent) add two products of an 8-bit
 * input, at most 255, and an 8-bit weight in 16 bits, and cut off what does not fit: with weights of at
 * most 64 every sum fits, so the result is exact, and the same, everywhere.
 * Source: https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html (reduce_range).
 */
const sevenBits = 64;

function scaleOf(
  values: Float32Array,
  start: number,
  count: number,
  stride: number,
  largest: number,
): number {
  let size = 0;
  for (let i = 0; i < count; i += 1) size = Math.max(size, Math.abs(values[start + i * stride]));
  // Below the smallest normal float32 a scale would lose its digits, or become zero.
  const scale = Math.fround(size / largest);
  return scale < 2 ** -126 ? 1 : scale;
}

/** Quantises a table `(V, H)`, each row by its largest magnitude. */
export function quantizeRows(table: Float32Array, rows: number, columns: number): Quantized {
  const integers = new Int8Array(table.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    scales[row] = scaleOf(table, start, columns, 1, eightBits);
    for (let i = start; i < start + columns; i += 1)
      integers[i] = bounded(table[i] / scales[row], eightBits);
  }
  return { integers, scales };
}

/**
 * Quantises a matrix for products from the left, each output channel by its largest magnitude to 7 bits,
 * into `(K, N)`: from `(N, K)` when `isTransposed`, as linear layers keep their weights, else from `(K, N)`.
 */
export function quantizeChannels(
  matrix: Float32Array,
  k: number,
  n: number,
  isTransposed: boolean,
): Quantized {
  const integers = new Int8Array(matrix.length);
  const scales = new Float32Array(n);
  const [rowStride, columnStride] = isTransposed ? [1, k] : [n, 1];
  for (let column = 0; column < n; column += 1) {
    const start = column * columnStride;
    scales[column] = scaleOf(matrix, start, k, rowStride, sevenBits);
    for (let row = 0; row < k; row += 1) {
      const value = matrix[start + row * rowStride];
      integers[row * n + column] = bounded(value / scales[column], sevenBits);
    }
  }
  return { integers, scales };
}

function bounded(value: number, largest: number): number {
  return Math.max(-largest, Math.min(largest, Math.round(value)));
}
