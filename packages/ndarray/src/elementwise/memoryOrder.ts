import { broadcastStrides } from "../core/broadcast.ts";
import type { DType } from "../core/dtype.ts";
import { allocateUnset } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { cStrides, sizeOf } from "../core/shape.ts";
import type { LoopPlan } from "./plan.ts";
import { planLoops } from "./plan.ts";

/**
 * An array of `shape` for the result of an elementwise function. Its axes lie in memory in the operands' order
 * (NumPy's order "K"), so that a result of transposed arrays is computed, and later read, along memory.
 */
export function emptyResult(
  shape: readonly number[],
  dtype: DType,
  ...operands: readonly NDArray[]
): NDArray {
  const data = allocateUnset(dtype, sizeOf(shape));
  if (shape.length < 2 || operands.every(isPlain)) return new NDArray(data, shape, dtype);
  const order = axesInMemory(shape, stridesOf(operands, shape));
  const dense = cStrides(order.map((axis) => shape[axis]));
  const strides = new Array<number>(shape.length);
  order.forEach((axis, place) => (strides[axis] = dense[place]));
  return new NDArray(data, shape, dtype, strides);
}

/** The loops of an elementwise function, in the order of memory, over operands that broadcast to `shape`. */
export function elementwiseLoops(shape: readonly number[], operands: readonly NDArray[]): LoopPlan {
  const strides = stridesOf(operands, shape);
  if (shape.length < 2) return planLoops(shape, strides);
  const order = axesInMemory(shape, strides);
  return planLoops(
    order.map((axis) => shape[axis]),
    strides.map((own) => order.map((axis) => own[axis])),
  );
}

function isPlain({ isContiguous, ndim }: NDArray): boolean {
  return isContiguous || ndim < 2;
}

function stridesOf(operands: readonly NDArray[], shape: readonly number[]): number[][] {
  return operands.map((one) => broadcastStrides(one.shape, one.strides, shape));
}

/**
 * The axes from the outermost to the innermost loop. An axis moves outwards past another when all operands that
 * step along both take the longer steps along it; where operands disagree, C order wins.
 */
function axesInMemory(shape: readonly number[], strides: readonly (readonly number[])[]): number[] {
  const order = [shape.length - 1];
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    let place = 0;
    for (let i = 0; i < order.length; i++) {
      const verdict = compare(axis, order[i], strides);
      if (verdict === "as they are") break;
      if (verdict === "the other way") place = i + 1;
    }
    order.splice(place, 0, axis);
  }
  return order;
}

/** How the loops over an axis and a later one nest. Repeated axes and those of length 1 have no step. */
function compare(
  axis: number,
  later: number,
  strides: readonly (readonly number[])[],
): "as they are" | "the other way" | "no matter" {
  let verdict: "the other way" | "no matter" = "no matter";
  for (const own of strides) {
    const [a, b] = [Math.abs(own[axis]), Math.abs(own[later])];
    if (a === 0 || b === 0) continue;
    if (a >= b) return "as they are";
    verdict = "the other way";
  }
  return verdict;
}
