// B: any leading axes, broadcast. M, N, K: rows, columns, inner dimension.
import { broadcastShapes, broadcastStrides } from "../core/broadcast.ts";
import { allocateUnset, isFloat } from "../core/dtype.ts";
import { ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkOut, sharesMemory } from "../core/overlap.ts";
import { checkCast, promote } from "../core/promote.ts";
import { formatShape, sizeOf } from "../core/shape.ts";
import { astype, copyInto } from "../elementwise/copy.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import type { OutOption } from "../elementwise/unary.ts";
import { productOfMatrices } from "./matrices.ts";
import { gridOffsets } from "../indexing/offsets.ts";
import { gemmKernel } from "../kernels.ts";
import { integerGemm } from "../plain/integerGemm.ts";

/**
 * Matrix product (..., M, K) x (..., K, N) -> (..., M, N), leading axes broadcast. A 1-D array
 * is a row on the left and a column on the right, and its axis is dropped from the result.
 * Any strides: transposes and slices are not copied. Throws ShapeError when K differs, or for 0-d.
 */
export function matmul(a: ArrayInput, b: ArrayInput, options: OutOption = {}): NDArray {
  checkOptions("matmul", options, ["out"]);
  const x = asArray(a);
  const y = asArray(b);
  const matrix = productOfMatrices(x, y, options.out);
  if (matrix !== undefined) return matrix;
  const listed = `${formatShape(x.shape)} x ${formatShape(y.shape)}`;
  if (x.ndim === 0 || y.ndim === 0) {
    throw new ShapeError(`matmul: expected arrays of 1 or more dimensions, got ${listed}`);
  }
  const left = x.ndim === 1 ? row(x) : x;
  const right = y.ndim === 1 ? column(y) : y;
  const [m, k] = left.shape.slice(-2);
  const [depth, n] = right.shape.slice(-2);
  if (k !== depth) {
    throw new ShapeError(`matmul: inner dimensions differ, ${listed}`);
  }
  const batch = broadcastShapes("matmul", left.shape.slice(0, -2), right.shape.slice(0, -2));
  const shape = [...batch];
  if (x.ndim > 1) shape.push(m);
  if (y.ndim > 1) shape.push(n);
  const dtype = promote(x.dtype, y.dtype);
  const target = options.out;
  if (target !== undefined) {
    checkOut("matmul", target, shape);
    checkCast("matmul", dtype, target.dtype);
  }
  // A product reads its inputs many times: not even their very own memory is a place for it.
  const isDirect =
    target !== undefined &&
    target.dtype === dtype &&
    !sharesMemory(target, left) &&
    !sharesMemory(target, right);
  const result = isDirect ? target : new NDArray(allocateUnset(dtype, sizeOf(shape)), shape, dtype);
  multiply(left, right, withMatrixAxes(result, x.ndim, y.ndim), batch);
  if (target === undefined || isDirect) return result;
  copyInto(target, result);
  return target;
}

function row(x: NDArray): NDArray {
  return new NDArray(x.data, [1, x.size], x.dtype, [0, x.strides[0]], x.offset);
}

function column(x: NDArray): NDArray {
  return new NDArray(x.data, [x.size, 1], x.dtype, [x.strides[0], 0], x.offset);
}

/** The result with the axes that 1-D operands dropped. */
function withMatrixAxes(result: NDArray, leftNdim: number, rightNdim: number): NDArray {
  const shape = Array.from(result.shape);
  const strides = Array.from(result.strides);
  if (leftNdim === 1) {
    const place = rightNdim === 1 ? shape.length : shape.length - 1;
    shape.splice(place, 0, 1);
    strides.splice(place, 0, 0);
  }
  if (rightNdim === 1) {
    shape.push(1);
    strides.push(0);
  }
  return new NDArray(result.data, shape, result.dtype, strides, result.offset);
}

function multiply(x: NDArray, y: NDArray, out: NDArray, batch: readonly number[]): void {
  if (out.size === 0) return;
  const { dtype } = out;
  const left = x.dtype === dtype ? x : astype(x, dtype);
  const right = y.dtype === dtype ? y : astype(y, dtype);
  const [m, k] = left.shape.slice(-2);
  const [n] = right.shape.slice(-1);
  const [aRow, aCol] = left.strides.slice(-2);
  const [bRow, bCol] = right.strides.slice(-2);
  const [cRow, cCol] = out.strides.slice(-2);
  const starts = [left, right, out].map((one) =>
    gridOffsets(
      batch,
      broadcastStrides(one.shape.slice(0, -2), one.strides.slice(0, -2), batch),
      one.offset,
    ),
  );
  const gemm = isFloat(dtype) ? gemmKernel(dtype) : integerGemm(dtype);
  const [as, bs, cs] = starts;
  for (let i = 0; i < cs.length; i++) {
    gemm(
      m, n, k,
      1, left.data, as[i], aRow, aCol, right.data, bs[i], bRow, bCol,
      0, out.data, cs[i], cRow, cCol,
    ); // prettier-ignore
  }
}
