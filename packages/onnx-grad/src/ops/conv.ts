import { showShape } from "../graph/dimension.ts";
import type { Window } from "../graph/ops.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value } from "../graph/value.ts";

// N samples, C channels in, O channels out, and any number of spatial axes.

export type WindowOptions = {
  /** Steps between windows, one number for all spatial axes or one each (default 1; pools: the window's size). */
  readonly stride?: number | readonly number[];
  /** Zeros around the input on both sides of each spatial axis (default 0). */
  readonly padding?: number | readonly number[];
  /** Steps between the elements of a window (default 1). */
  readonly dilation?: number | readonly number[];
};

export type ConvOptions = WindowOptions & {
  /** Channels are split into so many independent groups (default 1). */
  readonly groups?: number;
};

/**
 * Convolution (cross-correlation): x `(N, C, ...)`, weight `(O, C / groups, ...)`, bias `(O)`;
 * the result is `(N, O, ...)`.
 */
export function conv(x: Value, weight: Value, bias?: Value, options: ConvOptions = {}): Value {
  const attributes = {
    ...windowOf("conv", weight.shape.slice(2), options, 1),
    group: options.groups ?? 1,
  };
  return x.graph.apply("Conv", [x, weight, bias], attributes)[0];
}

/** The largest element of each window: x `(N, C, ...)`. */
export function maxPool(
  x: Value,
  size: number | readonly number[],
  options: WindowOptions = {},
): Value {
  const kernel = perAxis("maxPool", size, x.rank - 2);
  return x.graph.apply("MaxPool", [x], windowOf("maxPool", kernel, options, kernel))[0];
}

/** The mean of each window, zeros of the padding included: x `(N, C, ...)`. */
export function averagePool(
  x: Value,
  size: number | readonly number[],
  options: WindowOptions = {},
): Value {
  const kernel = perAxis("averagePool", size, x.rank - 2);
  const window = windowOf("averagePool", kernel, options, kernel);
  return x.graph.apply("AveragePool", [x], { ...window, count_include_pad: true })[0];
}

function perAxis(
  operation: string,
  size: number | readonly number[],
  axes: number,
): readonly number[] {
  const sizes = typeof size === "number" ? Array.from({ length: axes }, () => size) : size;
  if (sizes.length !== axes || !sizes.every((item) => Number.isInteger(item) && item >= 0)) {
    throw new ShapeError(
      `${operation}: expected ${axes} whole numbers, found [${sizes.join(", ")}]`,
    );
  }
  return sizes;
}

function windowOf(
  operation: string,
  kernel: Value["shape"],
  options: WindowOptions,
  defaultStride: number | readonly number[],
): Window {
  const sizes = kernel.filter((size) => typeof size === "number");
  if (sizes.length !== kernel.length) {
    throw new ShapeError(
      `${operation}: expected a window of fixed size, found ${showShape(kernel)}`,
    );
  }
  const axes = sizes.length;
  const padding = perAxis(operation, options.padding ?? 0, axes);
  return {
    kernel_shape: sizes,
    strides: perAxis(operation, options.stride ?? defaultStride, axes),
    pads: [...padding, ...padding],
    dilations: perAxis(operation, options.dilation ?? 1, axes),
  };
}
