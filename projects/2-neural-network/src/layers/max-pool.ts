// N images of H x W pixels and C channels, K window side, P x Q window positions.
import { zeros, type NDArray } from "@ml-roadmap/ndarray";
import type { Layer } from "./layer.ts";
import { positions } from "./window.ts";

/**
 * Max pooling with windows side by side: the largest of each K x K window, channel by channel.
 *
 * @param x (N, H, W, C)
 * @returns y (N, P, Q, C), and for each of its elements the position in x that it came from (the
 *   first one of equals), which is all the backward pass needs
 */
export function maxPoolForward(x: NDArray, kernel: number): { y: NDArray; from: Int32Array } {
  const [N, H, W, C] = x.shape;
  const window = { kernel, stride: kernel, padding: 0 };
  const [P, Q] = [positions(H, window), positions(W, window)];
  const pixels = x.toTyped();
  const result = zeros([N, P, Q, C], { dtype: x.dtype });
  const y = result.data;
  const from = new Int32Array(y.length);
  //#region solution 2.15 the largest of each window, and where it was
  let at = 0;
  for (let n = 0; n < N; n++) {
    for (let p = 0; p < P; p++) {
      for (let q = 0; q < Q; q++) {
        for (let c = 0; c < C; c++, at++) {
          let best = ((n * H + p * kernel) * W + q * kernel) * C + c;
          for (let k = 0; k < kernel; k++) {
            for (let l = 0; l < kernel; l++) {
              const here = ((n * H + p * kernel + k) * W + q * kernel + l) * C + c;
              if (pixels[here] > pixels[best]) best = here;
            }
          }
          y[at] = pixels[best];
          from[at] = best;
        }
      }
    }
  }
  //#endregion
  return { y: result, from };
}

/**
 * Backward pass of max pooling: each gradient goes to the one pixel that was the largest.
 *
 * @param dY (N, P, Q, C)
 * @param from what `maxPoolForward` returned
 * @param shape (N, H, W, C) of x
 */
export function maxPoolBackward(dY: NDArray, from: Int32Array, shape: readonly number[]): NDArray {
  const gradients = dY.toTyped();
  const result = zeros([...shape], { dtype: dY.dtype });
  const dX = result.data;
  //#region solution 2.15 send each gradient to the winner
  for (let at = 0; at < from.length; at++) dX[from[at]] += gradients[at];
  //#endregion
  return result;
}

/** Max pooling: (N, H, W, C) -> (N, floor(H / K), floor(W / K), C). */
export function maxPool(kernel: number): Layer {
  let from: Int32Array = new Int32Array();
  let shape: readonly number[] = [];
  return {
    name: "maxPool",
    parameters: [],
    forward(x: NDArray): NDArray {
      shape = x.shape;
      const result = maxPoolForward(x, kernel);
      from = result.from;
      return result.y;
    },
    backward: (dY: NDArray): NDArray => maxPoolBackward(dY, from, shape),
  };
}
