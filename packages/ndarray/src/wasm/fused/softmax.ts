import { allocateUnset } from "../../core/dtype.ts";
import { ShapeError } from "../../core/errors.ts";
import { NDArray } from "../../core/ndarray.ts";
import { checkOut } from "../../core/overlap.ts";
import { formatShape } from "../../core/shape.ts";
import { copyInto } from "../../elementwise/copy.ts";
import { currentRuntime } from "../current.ts";
import { addressOf } from "../floatArray.ts";
import { checkFloats } from "./operands.ts";
import { softmaxModule } from "./softmaxKernel.ts";

/**
 * `e^x / sum(e^x)` along the last axis, (..., K) -> (..., K), from differences to each row's maximum
 * so that nothing overflows. float32 or float64; `out` may be x itself.
 */
export function softmax(x: NDArray, options: { readonly out?: NDArray } = {}): NDArray {
  const type = checkFloats("softmax", x);
  const n = x.shape.at(-1);
  if (n === undefined)
    throw new ShapeError(`softmax: expected 1 or more dimensions, found ${formatShape(x.shape)}`);
  if (options.out) {
    checkOut("softmax", options.out, x.shape);
    checkFloats("softmax", x, options.out);
  }
  const out = options.out ?? new NDArray(allocateUnset(x.dtype, x.size), x.shape, x.dtype);
  const dense = out.isContiguous ? out : out.copy();
  if (dense !== x) copyInto(dense, x);
  if (x.size > 0) softmaxRows(type, dense, x.size / n, n);
  if (dense !== out) copyInto(out, dense);
  return out;
}

/** In place, contiguous. */
function softmaxRows(type: "f32" | "f64", { data, offset }: NDArray, m: number, n: number): void {
  const runtime = currentRuntime();
  if (!runtime) {
    plainRows(data, offset, m, n);
    return;
  }
  if (runtime.heap.owns(data)) {
    const at = addressOf(data, offset);
    runtime.onHeap.all(softmaxModule, type)["softmax"](m, n, at, at);
    return;
  }
  const { staging } = runtime;
  const kernel = runtime.staged.all(softmaxModule, type)["softmax"];
  const rows = Math.max(1, Math.floor(16_384 / n));
  staging.begin();
  const at = staging.take(rows * n * data.BYTES_PER_ELEMENT);
  const view = staging.viewLike(data);
  const first = at / data.BYTES_PER_ELEMENT;
  for (let row = 0; row < m; row += rows) {
    const count = Math.min(rows, m - row);
    const from = offset + row * n;
    view.set(data.subarray(from, from + count * n), first);
    kernel(count, n, at, at);
    data.set(view.subarray(first, first + count * n), from);
  }
}

function plainRows(data: NDArray["data"], offset: number, m: number, n: number): void {
  for (let row = offset; row < offset + m * n; row += n) {
    let largest = -Infinity;
    for (let i = row; i < row + n; i++) largest = Math.max(largest, data[i]);
    let total = 0;
    for (let i = row; i < row + n; i++) total += data[i] = Math.exp(data[i] - largest);
    for (let i = row; i < row + n; i++) data[i] /= total;
  }
}
