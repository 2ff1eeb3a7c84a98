// N images of H x W pixels and C channels, F filters of K x K pixels, P x Q output pixels.
import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { Conv2dGradients } from "./conv2d.ts";
import type { Window } from "./window.ts";

/**
 * `im2col` and `conv2dForward` on ndarray's kernels: the same numbers, several times as fast.
 *
 * @param out (N·P·Q, F) where the result goes, if not to an array of its own
 */
export function fusedForward(
  images: NDArray,
  weight: NDArray,
  bias: NDArray,
  window: Window,
  out?: NDArray,
): NDArray {
  return np.fused.linear(columns(images, window), weight, bias, out && { out });
}

/**
 * `im2col`, `conv2dBackward` and `col2im` on ndarray's kernels.
 *
 * @param needsInput false leaves `dX` out: nobody asks for the gradient of a network's input
 */
export function fusedBackward(
  dY: NDArray,
  images: NDArray,
  weight: NDArray,
  window: Window,
  needsInput = true,
): Omit<Conv2dGradients, "dX"> & { dX?: NDArray } {
  const [N, H, W, C] = images.shape;
  const dX = needsInput
    ? np.fused.col2im(np.matmul(dY, weight.T), [N, H, W, C], patches(window))
    : undefined;
  return {
    dX,
    dWeight: np.matmul(columns(images, window).T, dY),
    dBias: np.sum(dY, { axis: 0 }),
  };
}

function columns(images: NDArray, window: Window): NDArray {
  const { kernel } = window;
  return np.fused
    .im2col(images, patches(window))
    .reshape(-1, kernel * kernel * images.shape.at(-1)!);
}

function patches({ kernel, stride, padding }: Window) {
  return { kernel: [kernel, kernel], stride, padding } as const;
}
