import type { NDArray } from "../../core/ndarray.ts";
import type { PatchPlan } from "./patches.ts";

/** The readable form of `im2col` and `col2im`: every number of every patch in turn. */
export function plainPatches(
  name: "im2col" | "col2im",
  plan: PatchPlan,
  images: NDArray,
  patches: NDArray,
): void {
  const { height, width, channels, stride, padding } = plan;
  let place = patches.offset;
  for (let image = 0; image < plan.images; image++)
    for (let oy = 0; oy < plan.outHeight; oy++)
      for (let ox = 0; ox < plan.outWidth; ox++)
        for (let ky = 0; ky < plan.kernelHeight; ky++)
          for (let kx = 0; kx < plan.kernelWidth; kx++) {
            const [y, x] = [oy * stride + ky - padding, ox * stride + kx - padding];
            const isInside = y >= 0 && y < height && x >= 0 && x < width;
            let pixel = images.offset + ((image * height + y) * width + x) * channels;
            for (let c = 0; c < channels; c++, pixel++, place++) {
              if (!isInside) continue;
              if (name === "im2col") patches.data[place] = images.data[pixel];
              else images.data[pixel] += patches.data[place];
            }
          }
}
