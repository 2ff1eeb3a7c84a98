import { checkAxes, checkAxis } from "../graph/shape.ts";
import type { Value } from "../graph/value.ts";

export type ReduceOptions = {
  /** The axes to reduce (default all); negative ones count from the back. */
  readonly axis?: number | readonly number[];
  /** Leave axes of size 1 in place. */
  readonly keepDims?: boolean;
};

type Reduction = "ReduceSum" | "ReduceMean" | "ReduceMax";

function reduce(operation: string, op: Reduction, x: Value, options: ReduceOptions): Value {
  const axes = checkAxes(operation, options.axis, x.rank);
  const attributes = { keepdims: options.keepDims ?? false };
  return x.graph.apply(op, [x, x.graph.ints(axes)], attributes)[0];
}

export function sum(x: Value, options: ReduceOptions = {}): Value {
  return reduce("sum", "ReduceSum", x, options);
}

export function mean(x: Value, options: ReduceOptions = {}): Value {
  return reduce("mean", "ReduceMean", x, options);
}

/** The largest element; equal ones share the gradient. */
export function max(x: Value, options: ReduceOptions = {}): Value {
  return reduce("max", "ReduceMax", x, options);
}

/** The int64 index of the largest element along `axis` (the first of equals). */
export function argmax(x: Value, axis = -1): Value {
  const attributes = { axis: checkAxis("argmax", axis, x.rank), keepdims: false };
  return x.graph.apply("ArgMax", [x], attributes)[0];
}
