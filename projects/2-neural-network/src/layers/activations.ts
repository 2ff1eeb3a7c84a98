import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { Layer } from "./layer.ts";
import { reluBackward, reluForward } from "./relu.ts";

/** An element-wise function of x as a layer, from its two halves. */
function activation(
  name: string,
  forward: (x: NDArray) => NDArray,
  backward: (dY: NDArray, x: NDArray, y: NDArray) => NDArray,
): () => Layer {
  return () => {
    let [x, y]: [NDArray?, NDArray?] = [];
    return {
      name,
      parameters: [],
      forward: (input) => (y = forward((x = input))),
      backward: (dY) => backward(dY, x!, y!),
    };
  };
}

export const relu = activation("relu", reluForward, reluBackward);

/** `y = tanh(x)`, `dX = dY (1 - y²)`. */
export const tanh = activation("tanh", np.tanh, (dY, _x, y) =>
  np.multiply(dY, np.subtract(1, np.square(y))),
);

/** `y = 1 / (1 + e⁻ˣ)`, `dX = dY y (1 - y)`. */
export const sigmoid = activation("sigmoid", np.sigmoid, (dY, _x, y) =>
  np.multiply(dY, np.multiply(y, np.subtract(1, y))),
);

/** The normal distribution function `Φ(x) = (1 + erf(x / √2)) / 2`. */
function phi(x: NDArray): NDArray {
  return np.multiply(np.add(np.erf(np.multiply(x, Math.SQRT1_2)), 1), 0.5);
}

/**
 * `y = x Φ(x)`, `dX = dY (Φ(x) + x φ(x))` with the normal density φ (Hendrycks and Gimpel 2016,
 * the exact form).
 */
export const gelu = activation(
  "gelu",
  (x) => np.multiply(x, phi(x)),
  (dY, x) => {
    const density = np.multiply(
      np.exp(np.multiply(np.square(x), -0.5)),
      1 / Math.sqrt(2 * Math.PI),
    );
    return np.multiply(dY, np.add(phi(x), np.multiply(x, density)));
  },
);
