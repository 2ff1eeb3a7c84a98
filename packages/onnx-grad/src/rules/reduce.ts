import type { Definitions } from "../graph/definition.ts";
import { multiplyDimensions } from "../graph/dimension.ts";
import { sizeOf } from "../graph/runtime-shape.ts";
import { reducedShape } from "../graph/shape.ts";
import type { Value, ValueType } from "../graph/value.ts";
import { cast, divide, equal, multiply } from "../ops/elementwise.ts";
import { sum } from "../ops/reduce.ts";
import { expand, reshape } from "../ops/shape.ts";
import { constantInts, float } from "./infer.ts";

function reduced(operation: string, x: Value, axes: Value, keepdims: boolean): ValueType {
  float(operation, x);
  const shape = reducedShape(x.shape, constantInts(operation, axes), keepdims);
  return { dtype: x.dtype, shape };
}

/** `value`, which was reduced over `axes`, with those axes back as size 1. */
function restored(value: Value, x: Value, axes: Value): Value {
  return reshape(value, reducedShape(x.shape, constantInts("reduce", axes), true));
}

export const reductions: Pick<Definitions, "ReduceSum" | "ReduceMean" | "ReduceMax" | "ArgMax"> = {
  ReduceSum: {
    attributes: { keepdims: "flag" },
    infer: ({ inputs: [x, axes], attributes: { keepdims } }) => [reduced("sum", x, axes, keepdims)],
    vjp: ({ inputs: [x, axes], gradient: d }) => [() => expand(restored(d, x, axes), x.shape)],
  },
  ReduceMean: {
    attributes: { keepdims: "flag" },
    infer: ({ inputs: [x, axes], attributes: { keepdims } }) => [
      reduced("mean", x, axes, keepdims),
    ],
    vjp: ({ inputs: [x, axes], gradient: d }) => [
      () => expand(divide(restored(d, x, axes), meanCount(x, axes)), x.shape),
    ],
  },
  ReduceMax: {
    attributes: { keepdims: "flag" },
    infer: ({ inputs: [x, axes], attributes: { keepdims } }) => [reduced("max", x, axes, keepdims)],
    // The largest elements of a row share its gradient.
    vjp: ({ inputs: [x, axes], outputs: [y], gradient: d }) => [
      () => {
        const isLargest = cast(equal(x, restored(y, x, axes)), "float32");
        const count = sum(isLargest, { axis: constantInts("max", axes), keepDims: true });
        return multiply(isLargest, divide(restored(d, x, axes), count));
      },
    ],
  },
  ArgMax: {
    attributes: { axis: "int", keepdims: "flag" },
    infer: ({ inputs: [x], attributes: { axis, keepdims } }) => [
      { dtype: "int64", shape: reducedShape(x.shape, [axis], keepdims) },
    ],
    vjp: "zero",
  },
};

/** The number of elements that each mean was taken over. */
function meanCount(x: Value, axes: Value): Value | number {
  const sizes = constantInts("mean", axes).map((axis) => x.shape[axis]);
  const count = multiplyDimensions(sizes);
  return typeof count === "number" ? count : cast(reshape(sizeOf(x.graph, count), []), "float32");
}
