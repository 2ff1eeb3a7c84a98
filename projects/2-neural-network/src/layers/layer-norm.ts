// N samples, D features.
import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { Layer, Parameter } from "./layer.ts";
import { parameter } from "./parameter.ts";

/**
 * Layer normalisation: `y = γ (x - μ) / sqrt(σ² + ε) + β` with the mean and the biased variance of
 * each sample over its last axis (Ba et al. 2016). Unlike batch norm it treats every sample alone,
 * in training and in evaluation alike. Backward, with `g = dY γ`:
 *
 * `dX = (g - mean(g) - x̂ mean(g x̂)) / σ`, `dγ = Σₙ dY x̂`, `dβ = Σₙ dY`.
 */
export class LayerNorm implements Layer {
  readonly name = "layerNorm";
  readonly parameters: readonly Parameter[];
  readonly #gamma: Parameter;
  readonly #beta: Parameter;
  readonly #epsilon: number;
  #normalized: NDArray | undefined;
  #inverseDeviation: NDArray | undefined;

  constructor(features: number, { epsilon = 1e-5 } = {}) {
    this.#gamma = parameter("gamma", np.ones([features], { dtype: "float32" }), false);
    this.#beta = parameter("beta", np.zeros([features], { dtype: "float32" }), false);
    this.parameters = [this.#gamma, this.#beta];
    this.#epsilon = epsilon;
  }

  forward(x: NDArray): NDArray {
    const centred = np.subtract(x, np.mean(x, { axis: -1, keepdims: true }));
    const variance = np.mean(np.square(centred), { axis: -1, keepdims: true });
    this.#inverseDeviation = np.divide(1, np.sqrt(np.add(variance, this.#epsilon)));
    this.#normalized = np.multiply(centred, this.#inverseDeviation);
    return np.add(np.multiply(this.#normalized, this.#gamma.value), this.#beta.value);
  }

  backward(dY: NDArray): NDArray {
    const normalized = this.#normalized!;
    const leading = Array.from({ length: dY.ndim - 1 }, (_, axis) => axis);
    this.#gamma.gradient = np.sum(np.multiply(dY, normalized), { axis: leading });
    this.#beta.gradient = np.sum(dY, { axis: leading });
    const g = np.multiply(dY, this.#gamma.value);
    const mean = np.mean(g, { axis: -1, keepdims: true });
    const along = np.mean(np.multiply(g, normalized), { axis: -1, keepdims: true });
    const inner = np.subtract(np.subtract(g, mean), np.multiply(normalized, along));
    return np.multiply(inner, this.#inverseDeviation!);
  }
}
