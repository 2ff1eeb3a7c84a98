import { sameShape } from "../graph/shape.ts";
import type { Shape } from "../graph/shape.ts";
import type { Value } from "../graph/value.ts";
import { sum } from "./reduce.ts";
import { reshape } from "./shape.ts";

/** Sums a gradient over the axes along which a value of `shape` was repeated. */
export function unbroadcast(gradient: Value, shape: Shape): Value {
  if (sameShape(gradient.shape, shape)) return gradient;
  const extra = gradient.rank - shape.length;
  const axes = gradient.shape.flatMap((size, axis) =>
    axis < extra || (shape[axis - extra] === 1 && size !== 1) ? [axis] : [],
  );
  const isOnlyExtra = axes.length === extra;
  const summed = sum(gradient, { axis: axes, keepDims: !isOnlyExtra });
  return reshape(summed, shape);
}
