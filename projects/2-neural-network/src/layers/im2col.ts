// N images of H x W pixels and C channels, K window side, P x Q window positions.
import { zeros, type NDArray } from "@ml-roadmap/ndarray";
import { positions, type Window } from "./window.ts";

/**
 * Copies every window of every image into a row, so that a convolution becomes one matrix product.
 *
 * @param x (N, H, W, C)
 * @returns (N·P·Q, K·K·C): row `(n, p, q)` holds the window at `(p, q)` pixel by pixel, with zeros
 *   where the window leaves the image
 */
export function im2col(x: NDArray, window: Window): NDArray {
  const [N, H, W, C] = x.shape;
  const { kernel: K, stride, padding } = window;
  const [P, Q] = [positions(H, window), positions(W, window)];
  const pixels = x.toTyped();
  const result = zeros([N * P * Q, K * K * C], { dtype: x.dtype });
  const columns = result.data;
  //#region solution 2.13 copy every window into a row
  let at = 0;
  for (let n = 0; n < N; n++) {
    for (let p = 0; p < P; p++) {
      for (let q = 0; q < Q; q++) {
        for (let k = 0; k < K; k++) {
          const row = p * stride + k - padding;
          for (let l = 0; l < K; l++, at += C) {
            const column = q * stride + l - padding;
            if (row < 0 || row >= H || column < 0 || column >= W) continue;
            const from = ((n * H + row) * W + column) * C;
            for (let c = 0; c < C; c++) columns[at + c] = pixels[from + c];
          }
        }
      }
    }
  }
  //#endregion
  return result;
}

/**
 * The transpose of `im2col`: adds every row of window gradients back to the pixels it came from.
 * A pixel that several windows saw gets the sum.
 *
 * @param dColumns (N·P·Q, K·K·C)
 * @param shape (N, H, W, C) of the images
 * @returns (N, H, W, C)
 */
export function col2im(dColumns: NDArray, shape: readonly number[], window: Window): NDArray {
  const [N, H, W, C] = shape;
  const { kernel: K, stride, padding } = window;
  const [P, Q] = [positions(H, window), positions(W, window)];
  const columns = dColumns.toTyped();
  const result = zeros([N, H, W, C], { dtype: dColumns.dtype });
  const dX = result.data;
  //#region solution 2.13 add every row back to its window
  let at = 0;
  for (let n = 0; n < N; n++) {
    for (let p = 0; p < P; p++) {
      for (let q = 0; q < Q; q++) {
        for (let k = 0; k < K; k++) {
          const row = p * stride + k - padding;
          for (let l = 0; l < K; l++, at += C) {
            const column = q * stride + l - padding;
            if (row < 0 || row >= H || column < 0 || column >= W) continue;
            const to = ((n * H + row) * W + column) * C;
            for (let c = 0; c < C; c++) dX[to + c] += columns[at + c];
          }
        }
      }
    }
  }
  //#endregion
  return result;
}
