import * as np from "@ml-roadmap/ndarray";
import type { Generator, NDArray } from "@ml-roadmap/ndarray";
import type { Layer, Mode } from "./layer.ts";

/**
 * An inverted dropout mask: each element is 0 with probability `rate`, else `1 / (1 - rate)`, so
 * that `x · mask` has the mean of `x` and nothing is left to do at evaluation (Srivastava et al. 2014).
 *
 * @param rate probability of dropping an element, at least 0 and below 1
 * @returns float32 array of this shape
 */
export function dropoutMask(shape: readonly number[], rate: number, random: Generator): NDArray {
  if (!(rate >= 0 && rate < 1)) {
    throw new RangeError(`dropoutMask: rate must be at least 0 and below 1, got ${rate}`);
  }
  //#region solution 2.11 inverted dropout mask
  const kept = np.greaterEqual(random.random([...shape]), rate);
  return np.multiply(kept.astype("float32"), 1 / (1 - rate));
  //#endregion
}

/** Dropout: multiplies by a fresh mask in training, passes through in evaluation. */
export class Dropout implements Layer {
  readonly name = "dropout";
  readonly parameters = [];
  readonly rate: number;
  #mask: NDArray | undefined;

  constructor(rate: number) {
    this.rate = rate;
  }

  forward(x: NDArray, { training, random }: Mode): NDArray {
    this.#mask = training && this.rate > 0 ? dropoutMask(x.shape, this.rate, random) : undefined;
    return this.#mask ? np.multiply(x, this.#mask) : x;
  }

  backward(dY: NDArray): NDArray {
    return this.#mask ? np.multiply(dY, this.#mask) : dY;
  }
}
