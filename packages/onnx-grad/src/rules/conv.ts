import type { Definitions } from "../graph/definition.ts";
import type { Dimension } from "../onnx/model.ts";
import { multiplyDimensions, showShape } from "../graph/dimension.ts";
import type { Window } from "../graph/ops.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Shape } from "../graph/shape.ts";
import type { Value } from "../graph/value.ts";
import { sum } from "../ops/reduce.ts";
import { reshape, slice, transpose } from "../ops/shape.ts";
import { sameType } from "./infer.ts";

// N samples, C channels in, O channels out, G groups. A convolution's gradient with respect to its input is
// a transposed convolution with the same window; that with respect to its weight is a convolution of the
// input with the gradient, channels and samples having changed places, strides and dilations too.

/** The spatial axes of `shape`, which must be numbers. */
export function spatial(operation: string, shape: Shape): number[] {
  return shape.slice(2).map((size: Dimension) => {
    if (typeof size === "number") return size;
    throw new ShapeError(`${operation}: expected fixed spatial sizes, found ${showShape(shape)}`);
  });
}

/** The number of window positions along each spatial axis; throws when the window does not fit. */
export function windowCounts(operation: string, shape: Shape, window: Window): number[] {
  const axes = window.kernel_shape.length;
  return spatial(operation, shape).map((size, i) => {
    const span = window.dilations[i] * (window.kernel_shape[i] - 1) + 1;
    const padded = size + window.pads[i] + window.pads[i + axes];
    if (span > padded) {
      throw new ShapeError(
        `${operation}: a window of [${window.kernel_shape.join(", ")}] does not fit ${showShape(shape)}`,
      );
    }
    return Math.floor((padded - span) / window.strides[i]) + 1;
  });
}

/** What a transposed convolution must add at the end to give back the sizes that a convolution started from. */
export function outputPadding(to: readonly number[], from: readonly number[], w: Window): number[] {
  const axes = to.length;
  return to.map((size, i) => {
    const span = w.dilations[i] * (w.kernel_shape[i] - 1) + 1;
    return size - ((from[i] - 1) * w.strides[i] + span - w.pads[i] - w.pads[i + axes]);
  });
}

/** Large `(N, C, ...)` and small `(N, O, ...)`, the input and output of a convolution: the weight's gradient `(O, C / G, ...)`. */
function weightGradient(large: Value, small: Value, window: Window, group: number): Value {
  const [n, channels, ...sizes] = large.shape;
  const rest = sizes.map((_, i) => i + 2);
  const perGroup = Number(channels) / group;
  const grouped = transpose(reshape(large, [n, group, perGroup, ...sizes]), [
    2,
    1,
    0,
    ...rest.map((axis) => axis + 1),
  ]);
  const input = reshape(grouped, [perGroup, multiplyDimensions([group, n]), ...sizes]);
  const weight = transpose(small, [1, 0, ...rest]);
  const attributes = {
    kernel_shape: spatial("conv", small.shape),
    strides: window.dilations,
    dilations: window.strides,
    pads: window.pads,
    group,
  };
  const full = large.graph.apply("Conv", [input, weight, undefined], attributes)[0];
  // Rows that no window reached make the result larger than the weight.
  const cut = window.kernel_shape.reduce(
    (value, size, i) => (value.shape[i + 2] === size ? value : slice(value, i + 2, 0, size)),
    full,
  );
  return transpose(cut, [1, 0, ...rest]);
}

function biasGradient(d: Value, bias: Value): Value {
  return reshape(sum(d, { axis: d.shape.map((_, i) => i).filter((i) => i !== 1) }), bias.shape);
}

export const convolutions: Pick<Definitions, "Conv" | "ConvTranspose"> = {
  Conv: {
    attributes: {
      kernel_shape: "ints",
      strides: "ints",
      pads: "ints",
      dilations: "ints",
      group: "int",
    },
    infer: ({ inputs: [x, weight], attributes }) => {
      sameType("conv", x, weight);
      const channels = multiplyDimensions([attributes.group, weight.shape[1]]);
      if (x.rank !== weight.rank || x.rank < 3 || x.shape[1] !== channels) {
        throw new ShapeError(
          `conv: x ${showShape(x.shape)} does not fit weight ${showShape(weight.shape)} in ${attributes.group} groups`,
        );
      }
      const counts = windowCounts("conv", x.shape, attributes);
      return [{ dtype: x.dtype, shape: [x.shape[0], weight.shape[0], ...counts] }];
    },
    vjp: ({ inputs: [x, weight, bias], attributes, gradient: d }) => [
      () => {
        const to = spatial("conv", x.shape);
        const output_padding = outputPadding(to, spatial("conv", d.shape), attributes);
        const options = { ...attributes, output_padding };
        return x.graph.apply("ConvTranspose", [d, weight], options)[0];
      },
      () => weightGradient(x, d, attributes, attributes.group),
      bias && (() => biasGradient(d, bias)),
    ],
  },
  ConvTranspose: {
    attributes: {
      kernel_shape: "ints",
      strides: "ints",
      pads: "ints",
      dilations: "ints",
      group: "int",
      output_padding: "ints",
    },
    infer: ({ inputs: [x, weight], attributes }) => {
      if (x.rank !== weight.rank || x.shape[1] !== weight.shape[0]) {
        throw new ShapeError(
          `convTranspose: x ${showShape(x.shape)} does not fit weight ${showShape(weight.shape)}`,
        );
      }
      const zero = spatial("convTranspose", x.shape).map(() => 0);
      const sizes = outputPadding(zero, spatial("convTranspose", x.shape), attributes).map(
        (missing, i) => attributes.output_padding[i] - missing,
      );
      const channels = multiplyDimensions([attributes.group, weight.shape[1]]);
      return [{ dtype: x.dtype, shape: [x.shape[0], channels, ...sizes] }];
    },
    vjp: ({ inputs: [x, weight, bias], attributes, gradient: d }) => [
      () => {
        const { output_padding: _, ...window } = attributes;
        return x.graph.apply("Conv", [d, weight], window)[0];
      },
      () => weightGradient(d, x, attributes, attributes.group),
      bias && (() => biasGradient(d, bias)),
    ],
  },
};
