// N samples, D inputs, H outputs.
import * as np from "@ml-roadmap/ndarray";
import type { Generator, NDArray } from "@ml-roadmap/ndarray";
import { heNormal } from "../initializers.ts";
import { isGivenInput, type Layer, type Mode, type Parameter } from "./layer.ts";
import { parameter } from "./parameter.ts";

/**
 * The dense (fully connected) layer: `Y = X W + b`.
 *
 * @param x (N, D)
 * @param weight (D, H)
 * @param bias (H)
 * @returns (N, H)
 */
export function denseForward(x: NDArray, weight: NDArray, bias: NDArray): NDArray {
  //#region solution 2.3 dense layer, forward
  return np.add(np.matmul(x, weight), bias);
  //#endregion
}

/** Gradients of the loss with respect to what a dense layer was given. */
export interface DenseGradients {
  /** (N, D) */
  dX: NDArray;
  /** (D, H) */
  dWeight: NDArray;
  /** (H) */
  dBias: NDArray;
}

/**
 * Backward pass of `Y = X W + b`: `dX = dY Wᵀ`, `dW = Xᵀ dY`, `db = Σₙ dY`.
 *
 * @param dY (N, H) gradient of the loss with respect to Y
 * @param x (N, D) what the forward pass was given
 * @param weight (D, H)
 */
export function denseBackward(dY: NDArray, x: NDArray, weight: NDArray): DenseGradients {
  //#region solution 2.3 dense layer, backward
  return {
    dX: np.matmul(dY, weight.T),
    dWeight: np.matmul(x.T, dY),
    dBias: np.sum(dY, { axis: 0 }),
  };
  //#endregion
}

/** The dense layer: (N, D) -> (N, H). */
export class Dense implements Layer {
  readonly name = "dense";
  readonly parameters: readonly Parameter[];
  readonly #weight: Parameter;
  readonly #bias: Parameter;
  #x: NDArray | undefined;
  #isFirst = false;

  /** @param gain factor on the start weights; small in the last layer, so that no class is favoured */
  constructor(inputs: number, outputs: number, random: Generator, gain = 1) {
    const start = np.multiply(heNormal([inputs, outputs], inputs, random), gain);
    this.#weight = parameter("weight", start, true);
    this.#bias = parameter("bias", np.zeros([outputs], { dtype: "float32" }), false);
    this.parameters = [this.#weight, this.#bias];
  }

  forward(x: NDArray, mode: Mode): NDArray {
    this.#x = x;
    this.#isFirst = isGivenInput(x, mode);
    return denseForward(x, this.#weight.value, this.#bias.value);
  }

  backward(dY: NDArray): NDArray {
    const x = this.#x!;
    if (this.#isFirst) {
      this.#weight.gradient = np.matmul(x.T, dY);
      this.#bias.gradient = np.sum(dY, { axis: 0 });
      return np.zerosLike(x);
    }
    const { dX, dWeight, dBias } = denseBackward(dY, x, this.#weight.value);
    this.#weight.gradient = dWeight;
    this.#bias.gradient = dBias;
    return dX;
  }
}
