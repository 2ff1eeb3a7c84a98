import { broadcastShapes } from "../core/broadcast.ts";
import { allocate } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkOut } from "../core/overlap.ts";
import { checkCast } from "../core/promote.ts";
import { sizeOf } from "../core/shape.ts";
import { gridOffsets } from "../indexing/offsets.ts";
import { nonzero } from "../indexing/nonzero.ts";
import { broadcastTo } from "../shape/broadcast.ts";
import { copyInto } from "./copy.ts";
import type { ArrayInput } from "./operand.ts";
import { asArray, asOperand, commonDType, scalarArray } from "./operand.ts";
import type { OutOption } from "./unary.ts";

/** Elements of `a` where `condition` holds (is not 0), of `b` elsewhere; all three broadcast. */
export function where(
  condition: ArrayInput,
  a: ArrayInput,
  b: ArrayInput,
  options?: OutOption,
): NDArray;
/** With a condition alone: the positions where it holds, one int32 array per axis. */
export function where(condition: ArrayInput): NDArray[];
export function where(
  condition: ArrayInput,
  a?: ArrayInput,
  b?: ArrayInput,
  options: OutOption = {},
): NDArray | NDArray[] {
  if (a === undefined || b === undefined) return nonzero(condition);
  const test = asArray(condition);
  const left = asOperand(a);
  const right = asOperand(b);
  const dtype = commonDType(left, right);
  const x = typeof left === "number" ? scalarArray("where", left, dtype) : left;
  const y = typeof right === "number" ? scalarArray("where", right, dtype) : right;
  const shape = broadcastShapes("where", test.shape, x.shape, y.shape);
  const result = new NDArray(allocate(dtype, sizeOf(shape)), shape, dtype);
  choose(broadcastTo(test, shape), broadcastTo(x, shape), broadcastTo(y, shape), result);
  if (options.out === undefined) return result;
  checkOut("where", options.out, shape);
  checkCast("where", dtype, options.out.dtype);
  copyInto(options.out, result);
  return options.out;
}

/** Operands of one shape; the result is contiguous. */
function choose(test: NDArray, x: NDArray, y: NDArray, result: NDArray): void {
  const out = result.data;
  const [c, a, b] = [test.data, x.data, y.data];
  if (test.isContiguous && x.isContiguous && y.isContiguous) {
    const [co, ao, bo] = [test.offset, x.offset, y.offset];
    for (let i = 0; i < out.length; i++) out[i] = c[co + i] !== 0 ? a[ao + i] : b[bo + i];
    return;
  }
  const at = [test, x, y].map((one) => gridOffsets(one.shape, one.strides, one.offset));
  const [tests, lefts, rights] = at;
  for (let i = 0; i < out.length; i++) {
    out[i] = c[tests[i]] !== 0 ? a[lefts[i]] : b[rights[i]];
  }
}
