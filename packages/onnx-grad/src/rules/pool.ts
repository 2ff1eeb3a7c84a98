import type { Definitions } from "../graph/definition.ts";
import { multiplyDimensions } from "../graph/dimension.ts";
import { zeros } from "../graph/zeros.ts";
import { reshape } from "../ops/shape.ts";
import { outputPadding, spatial, windowCounts } from "./conv.ts";
import { float } from "./infer.ts";

const window = { kernel_shape: "ints", strides: "ints", pads: "ints", dilations: "ints" } as const;

// N samples, C channels; d is the gradient of the result.
export const pools: Pick<Definitions, "MaxPool" | "AveragePool"> = {
  MaxPool: {
    attributes: window,
    infer: ({ inputs: [x], attributes }) => {
      const shape = [...x.shape.slice(0, 2), ...windowCounts("maxPool", x.shape, attributes)];
      return [
        { dtype: float("maxPool", x).dtype, shape },
        { dtype: "int64", shape },
      ];
    },
    // The second output counts positions through the whole of x, so the gradient is added up in a flat x.
    vjp: ({ inputs: [x], outputs: [y, positions], gradient: d }) => [
      () => {
        const count = multiplyDimensions(y.shape);
        const flat = zeros(x.graph, [multiplyDimensions(x.shape)]);
        const inputs = [flat, reshape(positions, [count]), reshape(d, [count])] as const;
        const attributes = { axis: 0, reduction: "add" } as const;
        return reshape(x.graph.apply("ScatterElements", inputs, attributes)[0], x.shape);
      },
    ],
  },
  AveragePool: {
    attributes: { ...window, count_include_pad: "flag" },
    infer: ({ inputs: [x], attributes }) => {
      const counts = windowCounts("averagePool", x.shape, attributes);
      return [{ dtype: float("averagePool", x).dtype, shape: [...x.shape.slice(0, 2), ...counts] }];
    },
    // Each window spreads d / size over its elements: a transposed convolution of each channel with a constant.
    vjp: ({ inputs: [x], attributes, gradient: d }) => [
      () => {
        const { count_include_pad: _, ...rest } = attributes;
        const size = rest.kernel_shape.reduce((product, length) => product * length, 1);
        const weight = x.graph.memo(`mean of ${rest.kernel_shape.join()}`, () =>
          x.graph.constant(
            "float32",
            [1, 1, ...rest.kernel_shape],
            new Float32Array(size).fill(1 / size),
          ),
        );
        const [to, from] = [spatial("averagePool", x.shape), spatial("averagePool", d.shape)];
        const images = reshape(d, [multiplyDimensions(d.shape.slice(0, 2)), 1, ...from]);
        const output_padding = outputPadding(to, from, rest);
        const options = { ...rest, group: 1, output_padding };
        return reshape(
          x.graph.apply("ConvTranspose", [images, weight, undefined], options)[0],
          x.shape,
        );
      },
    ],
  },
};
