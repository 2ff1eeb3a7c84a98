import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { Layer, Mode } from "./layer.ts";

/** `y = x + f(x)`: the gradient reaches x both directly and through f (He et al. 2016). */
export class Residual implements Layer {
  readonly name = "residual";
  readonly #inner: Layer;

  /** @param inner a layer whose output has the shape of its input */
  constructor(inner: Layer) {
    this.#inner = inner;
  }

  get parameters() {
    return this.#inner.parameters;
  }

  get buffers() {
    return this.#inner.buffers ?? {};
  }

  forward(x: NDArray, mode: Mode): NDArray {
    return np.add(x, this.#inner.forward(x, mode));
  }

  backward(dY: NDArray): NDArray {
    return np.add(dY, this.#inner.backward(dY));
  }
}
