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

/** Numbers in the windows that are copied at a time: few enough to stay in the processor's cache. */
const CACHED = 2 ** 18;

/** The convolution layer: (N, H, W, C) -> (N, P, Q, F). */
export class Conv2d implements Layer {
  readonly name = "conv2d";
  readonly parameters: readonly Parameter[];
  readonly window: Window;
  readonly #weight: Parameter;
  readonly #bias: Parameter;
  /** The windows of one piece of a batch, kept and written over for every piece of the same shape. */
  #columns: NDArray | undefined;
  #like = "";
  #x: NDArray | undefined;

  constructor(options: Conv2dOptions, random: Generator) {
    const { channels, filters, kernel, stride = 1, padding = kernel >> 1, bias = true } = options;
    const fanIn = kernel * kernel * channels;
    this.window = { kernel, stride, padding };
    this.#weight = parameter("weight", heNormal([fanIn, filters], fanIn, random), true);
    this.#bias = parameter("bias", np.zeros([filters], { dtype: "float32" }), false);
    this.parameters = bias ? [this.#weight, this.#bias] : [this.#weight];
  }

  forward(x: NDArray, _mode: Mode): NDArray {
    this.#x = x;
    const [N, H, W] = x.shape;
    const [P, Q] = [positions(H, this.window), positions(W, this.window)];
    const [weight, bias] = [this.#weight.value, this.#bias.value];
    const parts = pieces(N, P * Q * weight.shape[0]).map((piece) =>
      conv2dForward(this.#windows(x.at(piece)), weight, bias),
    );
    return np.concatenate(parts).reshape(N, P, Q, -1);
  }

  backward(dY: NDArray): NDArray {
    const x = this.#x!;
    const weight = this.#weight.value;
    // Kept windows would be the largest arrays of all: copying them again is cheaper.
    const size = (dY.size / dY.shape.at(-1)! / x.shape[0]) * weight.shape[0];
    const parts = pieces(x.shape[0], size).map((piece) => {
      const images = x.at(piece);
      const rows = dY.at(piece).reshape(-1, weight.shape[1]);
      return conv2dBackward(rows, this.#windows(images), weight, images.shape, this.window);
    });
    this.#weight.gradient = parts.map(({ dWeight }) => dWeight).reduce((a, b) => np.add(a, b));
    this.#bias.gradient = parts.map(({ dBias }) => dBias).reduce((a, b) => np.add(a, b));
    return np.concatenate(parts.map(({ dX }) => dX));
  }

  #windows(images: NDArray): NDArray {
    const like = `${images.dtype} ${images.shape.join()}`;
    if (like === this.#like) return im2col(images, this.window, this.#columns);
    if (this.#columns) np.release(this.#columns);
    this.#like = like;
    this.#columns = np.keep(im2col(images, this.window));
    return this.#columns;
  }
}

/** Slices that cut a batch of images, whose windows have `size` numbers each, into cached pieces. */
function pieces(count: number, size: number): string[] {
  const images = Math.max(1, Math.floor(CACHED / size));
  return Array.from({ length: Math.ceil(count / images) }, (_, i) => {
    return `${i * images}:${Math.min(count, (i + 1) * images)}`;
  });
}
