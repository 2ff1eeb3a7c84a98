// N images of height H, width W and C channels: (N, H, W, C). OH, OW: patches down and across.
import { DTypeError, ShapeError } from "../../core/errors.ts";
import type { NDArray } from "../../core/ndarray.ts";
import { formatShape } from "../../core/shape.ts";
import { zeros } from "../../creation/filled.ts";
import { currentRuntime } from "../current.ts";
import { addressOf, floats } from "../floatArray.ts";
import { checkFloats } from "./operands.ts";
import { patchModule } from "./patchKernels.ts";
import { plainPatches } from "./plainPatches.ts";

/** Where patches lie. */
export interface PatchOptions {
  /** Height and width of a patch. */
  readonly kernel: readonly [number, number];
  /** Pixels from one patch to the next; 1 when left out. */
  readonly stride?: number;
  /** Rows and columns of zeros around the image; 0 when left out. */
  readonly padding?: number;
}

/** The sizes that both directions share, all in elements. */
export interface PatchPlan {
  readonly images: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly stride: number;
  readonly padding: number;
  readonly outHeight: number;
  readonly outWidth: number;
}

/**
 * Images (N, H, W, C) -> their patches (N, OH, OW, KH, KW, C), zeros where they reach over the
 * edge: reshaped to (N OH OW, KH KW C), a convolution is one matrix product.
 */
export function im2col(images: NDArray, options: PatchOptions): NDArray {
  const type = checkFloats("im2col", images);
  const plan = planPatches("im2col", images.shape, options);
  const dense = images.isContiguous ? images : images.copy();
  const patches = zeros(patchShape(plan), { dtype: images.dtype });
  run("im2col", type, plan, dense, patches);
  return patches;
}

/**
 * The adjoint of `im2col`: patches (N, OH, OW, KH, KW, C), or any shape of that size, added back
 * into images of the given shape (N, H, W, C).
 */
export function col2im(
  patches: NDArray,
  shape: readonly [number, number, number, number],
  options: PatchOptions,
): NDArray {
  const type = checkFloats("col2im", patches);
  const plan = planPatches("col2im", shape, options);
  const expected = patchShape(plan);
  if (patches.size !== expected.reduce((size, n) => size * n, 1))
    throw new ShapeError(
      `col2im: expected patches ${formatShape(expected)}, found ${formatShape(patches.shape)}`,
    );
  const images = zeros(shape, { dtype: patches.dtype });
  run("col2im", type, plan, images, patches.isContiguous ? patches : patches.copy());
  return images;
}

function patchShape(plan: PatchPlan): number[] {
  const { images, outHeight, outWidth, kernelHeight, kernelWidth, channels } = plan;
  return [images, outHeight, outWidth, kernelHeight, kernelWidth, channels];
}

function planPatches(
  operation: string,
  shape: readonly number[],
  { kernel, stride = 1, padding = 0 }: PatchOptions,
): PatchPlan {
  if (shape.length !== 4)
    throw new ShapeError(`${operation}: expected images (N, H, W, C), found ${formatShape(shape)}`);
  const [images, height, width, channels] = shape;
  const [kernelHeight, kernelWidth] = kernel;
  for (const [name, value, least] of [
    ["kernel", kernelHeight, 1],
    ["kernel", kernelWidth, 1],
    ["stride", stride, 1],
    ["padding", padding, 0],
  ] as const)
    // prettier-ignore
    if (!Number.isInteger(value) || value < least)
      throw new DTypeError(`${operation}: expected a whole ${name} >= ${least}, found ${value}`);
  const outHeight = Math.floor((height + 2 * padding - kernelHeight) / stride) + 1;
  const outWidth = Math.floor((width + 2 * padding - kernelWidth) / stride) + 1;
  if (outHeight < 1 || outWidth < 1)
    throw new ShapeError(
      `${operation}: a kernel of ${kernelHeight} x ${kernelWidth} does not fit images of ` +
        `${height} x ${width} with padding ${padding}`,
    );
  return { images, height, width, channels, kernelHeight, kernelWidth, stride, padding, outHeight, outWidth }; // prettier-ignore
}

/** Image by image, both arrays contiguous. */
function run(
  name: "im2col" | "col2im",
  type: "f32" | "f64",
  plan: PatchPlan,
  images: NDArray,
  patches: NDArray,
): void {
  const runtime = currentRuntime();
  if (!runtime) {
    plainPatches(name, plan, images, patches);
    return;
  }
  const { height, width, channels, kernelHeight, kernelWidth, stride, padding } = plan;
  const { outHeight, outWidth } = plan;
  const [imageSize, patchSize] = [images, patches].map(({ size }) => size / plan.images);
  const bytes = images.data.BYTES_PER_ELEMENT;
  const call = (kernel: (...numbers: number[]) => number, image: number, patch: number): void => {
    kernel(
      image, height, width, channels * bytes, patch,
      kernelHeight, kernelWidth, stride, padding, outHeight, outWidth,
    ); // prettier-ignore
  };
  if (runtime.heap.owns(images.data) && runtime.heap.owns(patches.data)) {
    const kernel = runtime.onHeap.all(patchModule, type)[name];
    for (let i = 0; i < plan.images; i++) {
      const image = addressOf(images.data, images.offset + i * imageSize);
      call(kernel, image, addressOf(patches.data, patches.offset + i * patchSize));
    }
    return;
  }
  const { staging } = runtime;
  const kernel = runtime.staged.all(patchModule, type)[name];
  const [from, to] = name === "im2col" ? [images, patches] : [patches, images];
  const [fromSize, toSize] = name === "im2col" ? [imageSize, patchSize] : [patchSize, imageSize];
  staging.begin();
  const [source, target] = [fromSize, toSize].map((size) => staging.take(size * bytes));
  const view = staging.viewLike(floats(from.data));
  for (let i = 0; i < plan.images; i++) {
    const start = from.offset + i * fromSize;
    view.set(floats(from.data).subarray(start, start + fromSize), source / bytes);
    if (name === "im2col") call(kernel, source, target);
    else {
      view.fill(0, target / bytes, target / bytes + toSize);
      call(kernel, target, source);
    }
    to.data.set(view.subarray(target / bytes, target / bytes + toSize), to.offset + i * toSize);
  }
}
