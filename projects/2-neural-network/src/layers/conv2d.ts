// N images of H x W pixels and C channels, F filters of K x K pixels, P x Q output pixels.
import * as np from "@ml-roadmap/ndarray";
import type { Generator, NDArray } from "@ml-roadmap/ndarray";
import { heNormal } from "../initializers.ts";
import { col2im, im2col } from "./im2col.ts";
import type { Layer, Mode, Parameter } from "./layer.ts";
import { parameter } from "./parameter.ts";
import { positions, type Window } from "./window.ts";

/**
 * Two-dimensional convolution (cross-correlation, as every framework means it):
 * `y[n, p, q, f] = b[f] + Σₖₗ꜀ x[n, p s + k, q s + l, c] w[k, l, c, f]`.
 *
 * @param columns (N·P·Q, K·K·C) the windows of x, from `im2col`
 * @param weight (K·K·C, F)
 * @param bias (F)
 * @returns (N·P·Q, F)
 */
export function conv2dForward(columns: NDArray, weight: NDArray, bias: NDArray): NDArray {
  //#region solution 2.14 convolution as a matrix product, forward
  return np.add(np.matmul(columns, weight), bias);
  //#endregion
}

/**
 * Backward pass of the convolution: a dense layer on the windows, whose input gradient
 * `dColumns = dY Wᵀ` goes back to the pixels through `col2im`.
 *
 * @param dY (N·P·Q, F)
 * @param columns (N·P·Q, K·K·C)
 * @param weight (K·K·C, F)
 * @param shape (N, H, W, C) of the images
 */
export function conv2dBackward(
  dY: NDArray,
  columns: NDArray,
  weight: NDArray,
  shape: readonly number[],
  window: Window,
): { dX: NDArray; dWeight: NDArray; dBias: NDArray } {
  //#region solution 2.14 convolution as a matrix product, backward
  return {
    dX: col2im(np.matmul(dY, weight.T), shape, window),
    dWeight: np.matmul(columns.T, dY),
    dBias: np.sum(dY, { axis: 0 }),
  };
  //#endregion
}

export interface Conv2dOptions {
  channels: number;
  filters: number;
  kernel: number;
  stride?: number;
  /** Half the kernel by default, so that stride 1 keeps the image's size. */
  padding?: number;
  /** A batch norm right behind shifts anyway, so its convolution needs no bias. */
  bias?: boolean;
}

/** The convolution layer: (N, H, W, C) -> (N, P, Q, F). */
export class Conv2d implements Layer {
  readonly name = "conv2d";
  readonly parameters: readonly Parameter[];
  readonly window: Window;
  readonly #weight: Parameter;
  readonly #bias: Parameter;
  #columns: NDArray | undefined;
  #shape: readonly number[] = [];

  constructor(options: Conv2dOptions, random: Generator) {
    const { channels, filters, kernel, stride = 1, padding = kernel >> 1, bias = true } = options;
    const fanIn = kernel * kernel * channels;
    this.window = { kernel, stride, padding };
    this.#weight = parameter("weight", heNormal([fanIn, filters], fanIn, random), true);
    this.#bias = parameter("bias", np.zeros([filters], { dtype: "float32" }), false);
    this.parameters = bias ? [this.#weight, this.#bias] : [this.#weight];
  }

  forward(x: NDArray, _mode: Mode): NDArray {
    const [N, H, W] = x.shape;
    this.#shape = x.shape;
    this.#columns = im2col(x, this.window);
    const y = conv2dForward(this.#columns, this.#weight.value, this.#bias.value);
    return y.reshape(N, positions(H, this.window), positions(W, this.window), -1);
  }

  backward(dY: NDArray): NDArray {
    const rows = dY.reshape(-1, dY.shape.at(-1)!);
    const { dX, dWeight, dBias } = conv2dBackward(
      rows,
      this.#columns!,
      this.#weight.value,
      this.#shape,
      this.window,
    );
    this.#weight.gradient = dWeight;
    this.#bias.gradient = dBias;
    return dX;
  }
}
