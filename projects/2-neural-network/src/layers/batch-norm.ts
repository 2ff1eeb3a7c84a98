// N samples, D features; images (N, H, W, C) are normalised per channel, as (N·H·W, C).
import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { Layer, Mode, Parameter } from "./layer.ts";
import { parameter } from "./parameter.ts";

/** What the forward pass knows and the backward pass needs. */
export interface BatchNormCache {
  /** (N, D) the normalised input. */
  normalized: NDArray;
  /** (D) `1 / sqrt(variance + epsilon)`. */
  inverseDeviation: NDArray;
  /** (D) mean of the batch. */
  mean: NDArray;
  /** (D) biased variance of the batch. */
  variance: NDArray;
}

/**
 * Batch normalisation in training: `y = γ (x - μ) / sqrt(σ² + ε) + β` with the mean and the biased
 * variance of each column of the batch (Ioffe and Szegedy 2015, algorithm 1).
 *
 * @param x (N, D)
 * @param gamma (D) scale
 * @param beta (D) shift
 * @returns y (N, D) and what `batchNormBackward` needs
 */
export function batchNormForward(
  x: NDArray,
  gamma: NDArray,
  beta: NDArray,
  epsilon: number,
): { y: NDArray; cache: BatchNormCache } {
  //#region solution 2.12 batch norm, forward in training
  const mean = np.mean(x, { axis: 0 });
  const centred = np.subtract(x, mean);
  const variance = np.mean(np.square(centred), { axis: 0 });
  const inverseDeviation = np.divide(1, np.sqrt(np.add(variance, epsilon)));
  const normalized = np.multiply(centred, inverseDeviation);
  const y = np.add(np.multiply(normalized, gamma), beta);
  return { y, cache: { normalized, inverseDeviation, mean, variance } };
  //#endregion
}

/**
 * Backward pass of batch normalisation. The mean and the variance depend on every sample, so each
 * sample's gradient loses its column's mean and its share along the normalised input:
 *
 * `dγ = Σₙ dY x̂`, `dβ = Σₙ dY`, `dX = γ/σ (dY - dβ/N - x̂ dγ/N)`.
 *
 * @param dY (N, D)
 */
export function batchNormBackward(
  dY: NDArray,
  gamma: NDArray,
  { normalized, inverseDeviation }: BatchNormCache,
): { dX: NDArray; dGamma: NDArray; dBeta: NDArray } {
  //#region solution 2.12 batch norm, backward
  const count = dY.shape[0];
  const dGamma = np.sum(np.multiply(dY, normalized), { axis: 0 });
  const dBeta = np.sum(dY, { axis: 0 });
  const alongInput = np.multiply(normalized, np.divide(dGamma, count));
  const inner = np.subtract(np.subtract(dY, np.divide(dBeta, count)), alongInput);
  return { dX: np.multiply(inner, np.multiply(gamma, inverseDeviation)), dGamma, dBeta };
  //#endregion
}

/** Batch norm over the last axis: (N, D), or (N, H, W, C) per channel. */
export class BatchNorm implements Layer {
  readonly name = "batchNorm";
  readonly parameters: readonly Parameter[];
  readonly buffers: { runningMean: NDArray; runningVariance: NDArray };
  readonly #gamma: Parameter;
  readonly #beta: Parameter;
  readonly #epsilon: number;
  readonly #momentum: number;
  #cache: BatchNormCache | undefined;
  /** (D) factor of the last forward pass in evaluation, where the statistics are constants. */
  #scale: NDArray | undefined;

  constructor(features: number, { epsilon = 1e-5, momentum = 0.1 } = {}) {
    this.#gamma = parameter("gamma", np.ones([features], { dtype: "float32" }), false);
    this.#beta = parameter("beta", np.zeros([features], { dtype: "float32" }), false);
    this.parameters = [this.#gamma, this.#beta];
    this.buffers = {
      runningMean: np.zeros([features], { dtype: "float32" }),
      runningVariance: np.ones([features], { dtype: "float32" }),
    };
    this.#epsilon = epsilon;
    this.#momentum = momentum;
  }

  forward(x: NDArray, { training }: Mode): NDArray {
    const rows = x.reshape(-1, x.shape.at(-1)!);
    const [gamma, beta] = [this.#gamma.value, this.#beta.value];
    if (!training) {
      const { runningMean, runningVariance } = this.buffers;
      const scale = np.divide(gamma, np.sqrt(np.add(runningVariance, this.#epsilon)));
      this.#scale = scale;
      return np.add(np.multiply(np.subtract(rows, runningMean), scale), beta).reshape(x.shape);
    }
    this.#scale = undefined;
    const { y, cache } = batchNormForward(rows, gamma, beta, this.#epsilon);
    this.#cache = cache;
    const count = rows.shape[0];
    this.#track("runningMean", cache.mean);
    // The running variance is the unbiased one, as in PyTorch.
    this.#track("runningVariance", np.multiply(cache.variance, count / Math.max(1, count - 1)));
    return y.reshape(x.shape);
  }

  /** After a forward pass in evaluation it gives the input's gradient only: nothing is trained there. */
  backward(dY: NDArray): NDArray {
    if (this.#scale) return np.multiply(dY, this.#scale);
    const rows = dY.reshape(-1, dY.shape.at(-1)!);
    const { dX, dGamma, dBeta } = batchNormBackward(rows, this.#gamma.value, this.#cache!);
    this.#gamma.gradient = dGamma;
    this.#beta.gradient = dBeta;
    return dX.reshape(dY.shape);
  }

  #track(name: "runningMean" | "runningVariance", batch: NDArray): void {
    const running = this.buffers[name];
    running.set(
      np.add(np.multiply(running, 1 - this.#momentum), np.multiply(batch, this.#momentum)),
    );
  }
}
