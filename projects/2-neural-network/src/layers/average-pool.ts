import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { Layer } from "./layer.ts";

/** Global average pooling: the mean of each channel, (N, H, W, C) -> (N, C). */
export function globalAveragePool(): Layer {
  let shape: readonly number[] = [];
  return {
    name: "globalAveragePool",
    parameters: [],
    forward(x: NDArray): NDArray {
      shape = x.shape;
      return np.mean(x, { axis: [1, 2] });
    },
    backward(dY: NDArray): NDArray {
      const [N, H, W, C] = shape;
      const share = np.divide(dY, H * W).reshape(N, 1, 1, C);
      return np.broadcastTo(share, shape).copy();
    },
  };
}

/** Average pooling with windows side by side: (N, H, W, C) -> (N, H / K, W / K, C); K must divide both. */
export function averagePool(kernel: number): Layer {
  let shape: readonly number[] = [];
  return {
    name: "averagePool",
    parameters: [],
    forward(x: NDArray): NDArray {
      const [N, H, W, C] = x.shape;
      if (H % kernel !== 0 || W % kernel !== 0) {
        throw new RangeError(`averagePool: ${kernel} does not divide an image of ${H} x ${W}`);
      }
      shape = [N, H / kernel, 1, W / kernel, 1, C];
      return np.mean(x.reshape(N, H / kernel, kernel, W / kernel, kernel, C), { axis: [2, 4] });
    },
    backward(dY: NDArray): NDArray {
      const [N, P, , Q, , C] = shape;
      const share = np.divide(dY, kernel * kernel).reshape(shape);
      return np
        .broadcastTo(share, [N, P, kernel, Q, kernel, C])
        .reshape(N, P * kernel, Q * kernel, C);
    },
  };
}
