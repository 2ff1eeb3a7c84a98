import type { Definitions } from "../graph/definition.ts";
import { addDimensions, multiplyDimensions, showShape } from "../graph/dimension.ts";
import { sizeOf } from "../graph/runtime-shape.ts";
import { broadcastShapes, sameShape } from "../graph/shape.ts";
import { ShapeError } from "../graph/shape-error.ts";
import { subtract } from "../ops/elementwise.ts";
import { concatenate, reshape, slice, split, transpose, triangle } from "../ops/shape.ts";
import { unbroadcast } from "../ops/unbroadcast.ts";
import { constantInts, like } from "./infer.ts";

type ShapeOps =
  "Shape" | "Reshape" | "Transpose" | "Expand" | "Concat" | "Split" | "Slice" | "Pad" | "Trilu";

// Sizes that only the run knows are checked here by their symbols. d is the gradient of the result.
export const shapeOps: Pick<Definitions, ShapeOps> = {
  Shape: {
    attributes: { start: "int", end: "int" },
    infer: ({ attributes: { start, end } }) => [{ dtype: "int64", shape: [end - start] }],
    vjp: "zero",
  },
  Reshape: {
    attributes: { to: "build" },
    infer: ({ inputs: [x], attributes: { to } }) => {
      if (multiplyDimensions(x.shape) !== multiplyDimensions(to)) {
        throw new ShapeError(`reshape: ${showShape(x.shape)} does not fit ${showShape(to)}`);
      }
      return [{ dtype: x.dtype, shape: to }];
    },
    vjp: ({ inputs: [x], gradient: d }) => [() => reshape(d, x.shape)],
  },
  Transpose: {
    attributes: { perm: "ints" },
    infer: ({ inputs: [x], attributes: { perm } }) => [
      { dtype: x.dtype, shape: perm.map((axis) => x.shape[axis]) },
    ],
    vjp: ({ attributes: { perm }, gradient: d }) => [
      () =>
        transpose(
          d,
          perm.map((_, axis) => perm.indexOf(axis)),
        ),
    ],
  },
  Expand: {
    attributes: { to: "build" },
    infer: ({ inputs: [x], attributes: { to } }) => {
      if (!sameShape(broadcastShapes("expand", x.shape, to), to)) {
        throw new ShapeError(`expand: ${showShape(x.shape)} does not grow to ${showShape(to)}`);
      }
      return [{ dtype: x.dtype, shape: to }];
    },
    vjp: ({ inputs: [x], gradient: d }) => [() => unbroadcast(d, x.shape)],
  },
  Concat: {
    attributes: { axis: "int" },
    infer: ({ inputs, attributes: { axis } }) => {
      const [first] = inputs;
      for (const other of inputs) {
        const isSame =
          other.dtype === first.dtype &&
          other.rank === first.rank &&
          other.shape.every((size, i) => i === axis || size === first.shape[i]);
        if (!isSame) {
          throw new ShapeError(
            `concatenate: ${first.dtype} ${showShape(first.shape)} and ${other.dtype} ${showShape(other.shape)} differ in more than axis ${axis}`,
          );
        }
      }
      const size = addDimensions(inputs.map((input) => input.shape[axis]));
      return [{ dtype: first.dtype, shape: first.shape.with(axis, size) }];
    },
    vjp: ({ inputs, attributes: { axis }, gradient: d }) => {
      const sizes = inputs.map((input) => input.shape[axis]);
      let pieces: ReturnType<typeof split> | undefined;
      return inputs.map((_, i) => () => (pieces ??= split(d, sizes, axis))[i]);
    },
  },
  Split: {
    attributes: { axis: "int", sizes: "build" },
    infer: ({ inputs: [x], attributes: { axis, sizes } }) => {
      if (addDimensions(sizes) !== x.shape[axis]) {
        throw new ShapeError(
          `split: ${showShape(sizes)} does not add up to axis ${axis} of ${showShape(x.shape)}`,
        );
      }
      return sizes.map((size) => ({ dtype: x.dtype, shape: x.shape.with(axis, size) }));
    },
    vjp: ({ outputs, attributes: { axis }, gradientOf }) => [
      () =>
        concatenate(
          outputs.map((_, i) => gradientOf(i)),
          axis,
        ),
    ],
  },
  Slice: {
    attributes: { to: "build" },
    infer: ({ inputs: [x], attributes: { to } }) => [{ dtype: x.dtype, shape: to }],
    // Zeros around d, as many as were cut off.
    vjp: ({ inputs: [x, start, end, axes], gradient: d }) => [
      () => {
        const size = sizeOf(x.graph, x.shape[constantInts("slice", axes)[0]]);
        const pads = concatenate([start, subtract(size, end)], 0);
        return x.graph.apply("Pad", [d, pads, undefined, axes], { to: x.shape })[0];
      },
    ],
  },
  Pad: {
    attributes: { to: "build" },
    infer: ({ inputs: [x], attributes: { to } }) => [{ dtype: x.dtype, shape: to }],
    vjp: ({ inputs: [x, pads, , axes], gradient: d }) => [
      () => {
        const [axis] = constantInts("pad", axes);
        const [before] = constantInts("pad", pads);
        return slice(d, axis, before, addDimensions([before, x.shape[axis]]));
      },
    ],
  },
  Trilu: {
    attributes: { upper: "flag" },
    infer: ({ inputs: [x] }) => [like(x)],
    vjp: ({ inputs: [, diagonal], attributes: { upper }, gradient: d }) => [
      () => triangle(d, { upper, diagonal: constantInts("triangle", diagonal)[0] }),
    ],
  },
};
