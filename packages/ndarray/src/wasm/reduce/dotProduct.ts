import type { DotKernel } from "../../kernels.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf, floats } from "../floatArray.ts";
import type { FloatArray } from "../floatArray.ts";
import { inChunks, isWorthStaging } from "../memory/chunks.ts";
import { find } from "../runtime.ts";
import type { Runtime } from "../runtime.ts";
import { reduceModule } from "./kernels.ts";

/** The sum of products of two strided vectors, steps in elements. */
export type DotProduct = (
  n: number,
  x: FloatArray,
  xOffset: number,
  xStep: number,
  y: FloatArray,
  yOffset: number,
  yStep: number,
) => number;

/** The dot product of one type on one runtime, wherever the arrays live. */
export function dotProduct(runtime: Runtime, type: FloatType): DotProduct {
  const kernel = find(runtime, reduceModule, type, "dot");
  const bytes = bytesOf(type);
  const { heap } = runtime;
  return (n, x, xOffset, xStep, y, yOffset, yStep) => {
    if (heap.owns(x) && heap.owns(y)) {
      const [from, second] = [addressOf(x, xOffset), addressOf(y, yOffset)];
      return kernel.inHeap(n, from, xStep * bytes, second, yStep * bytes);
    }
    let total = 0;
    if (isWorthStaging(x, xStep) && isWorthStaging(y, yStep)) {
      const inputs = [
        { data: x, offset: xOffset, stride: xStep },
        { data: y, offset: yOffset, stride: yStep },
      ];
      inChunks(runtime.staging, n, inputs, [], (count, [from, second]) => {
        total += kernel.staged(count, from, xStep * bytes, second, yStep * bytes);
      });
    } else {
      for (let i = 0, p = xOffset, q = yOffset; i < n; i++, p += xStep, q += yStep)
        total += x[p] * y[q];
    }
    return total;
  };
}

/** The dot product for the core's seam. */
export function dotKernel(runtime: Runtime, type: FloatType): DotKernel {
  const dot = dotProduct(runtime, type);
  return (n, x, xOffset, xStep, y, yOffset, yStep) =>
    n < leastElements ? undefined : dot(n, floats(x), xOffset, xStep, floats(y), yOffset, yStep);
}

/** Below this a plain loop is as fast as the call. */
const leastElements = 32;
