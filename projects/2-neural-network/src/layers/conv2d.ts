// N images of H x W pixels and C channels, F filters of K x K pixels, P x Q output pixels.
import * as np from "@ml-roadmap/ndarray";
import type { Generator, NDArray } from "@ml-roadmap/ndarray";
import { heNormal } from "../initializers.ts";
import { fusedBackward, fusedForward } from "./fused-conv2d.ts";
import { col2im, im2col } from "./im2col.ts";
import { isGivenInput, type Layer, type Mode, type Parameter } from "./layer.ts";
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

/** Gradients of the loss with respect to what a convolution was given. */
export interface Conv2dGradients {
  /** (N, H, W, C) */
  dX: NDArray;
  /** (K·K·C, F) */
  dWeight: NDArray;
  /** (F) */
  dBias: NDArray;
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
): Conv2dGradients {
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

/**
 * The convolution layer: (N, H, W, C) -> (N, P, Q, F). float32, in which networks are trained, goes
 * through kernels that give the numbers of the functions above; float64 through those functions.
 */
export class Conv2d implements Layer {
  readonly name = "conv2d";
  readonly parameters: readonly Parameter[];
  readonly window: Window;
  readonly #weight: Parameter;
  readonly #bias: Parameter;
  #x: NDArray | undefined;
  #isFirst = false;

  constructor(options: Conv2dOptions, random: Generator) {
    const { channels, filters, kernel, stride = 1, padding = kernel >> 1, bias = true } = options;
    const fanIn = kernel * kernel * channels;
    this.window = { kernel, stride, padding };
    this.#weight = parameter("weight", heNormal([fanIn, filters], fanIn, random), true);
    this.#bias = parameter("bias", np.zeros([filters], { dtype: "float32" }), false);
    this.parameters = bias ? [this.#weight, this.#bias] : [this.#weight];
  }

  forward(x: NDArray, mode: Mode): NDArray {
    this.#x = x;
    this.#isFirst = isGivenInput(x, mode);
    const { window } = this;
    const [N, H, W] = x.shape;
    const [P, Q] = [positions(H, window), positions(W, window)];
    const [weight, bias] = [this.#weight.value, this.#bias.value];
    const y = np.empty([N, P, Q, weight.shape[1]], { dtype: x.dtype });
    for (const piece of pieces(N, P * Q * weight.shape[0])) {
      // A scope of its own, so that every piece's windows lie where the last one's lay: in the cache.
      np.scope(() => {
        const rows = y.at(piece).reshape(-1, weight.shape[1]);
        if (x.dtype === "float32") fusedForward(x.at(piece), weight, bias, window, rows);
        else rows.set(conv2dForward(im2col(x.at(piece), window), weight, bias));
      });
    }
    return y;
  }

  backward(dY: NDArray): NDArray {
    const { window } = this;
    const x = this.#x!;
    const weight = this.#weight.value;
    const size = (dY.size / dY.shape.at(-1)! / x.shape[0]) * weight.shape[0];
    const dX = np.zerosLike(x);
    const dWeight = np.zerosLike(weight);
    const dBias = np.zerosLike(this.#bias.value);
    // Kept windows would be the largest arrays of all: copying them again is cheaper.
    for (const piece of pieces(x.shape[0], size)) {
      np.scope(() => {
        const images = x.at(piece);
        const rows = dY.at(piece).reshape(-1, weight.shape[1]);
        const part =
          x.dtype === "float32"
            ? fusedBackward(rows, images, weight, window, !this.#isFirst)
            : conv2dBackward(rows, im2col(images, window), weight, images.shape, window);
        if (part.dX) dX.set(part.dX, piece);
        np.add(dWeight, part.dWeight, { out: dWeight });
        np.add(dBias, part.dBias, { out: dBias });
      });
    }
    this.#weight.gradient = dWeight;
    this.#bias.gradient = dBias;
    return dX;
  }
}

/** Slices that cut a batch of images, whose windows have `size` numbers each, into cached pieces. */
function pieces(count: number, size: number): string[] {
  const images = Math.max(1, Math.floor(CACHED / size));
  return Array.from({ length: Math.ceil(count / images) }, (_, i) => {
    return `${i * images}:${Math.min(count, (i + 1) * images)}`;
  });
}
