import type { LinesKernel } from "../../kernels.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf } from "../floatArray.ts";
import { find } from "../runtime.ts";
import type { Runtime } from "../runtime.ts";
import { reduceModule } from "./kernels.ts";

/** Lines that are taken at a time, so that their results find room. */
const linesTogether = 1024;

/** Reductions of each of many lines by the names of the public functions. */
export function linesKernels(runtime: Runtime, type: FloatType): Record<string, LinesKernel> {
  return {
    sum: linesKernel(runtime, type, "sum"),
    max: linesKernel(runtime, type, "max"),
    min: linesKernel(runtime, type, "min"),
  };
}

function linesKernel(runtime: Runtime, type: FloatType, name: string): LinesKernel {
  const kernel = find(runtime, reduceModule, type, `${name}Lines`);
  const bytes = bytesOf(type);
  const { heap } = runtime;
  let buffer: Float64Array | undefined;
  return (lines, between, n, x, offset, stride, out, outOffset) => {
    if (!heap.owns(x)) return false;
    buffer ??= heap.view("float64", linesTogether);
    for (let i = 0; i < lines; i += linesTogether) {
      const count = Math.min(linesTogether, lines - i);
      const from = addressOf(x, offset + i * between);
      kernel.inHeap(count, between * bytes, n, from, stride * bytes, buffer.byteOffset);
      out.set(buffer.subarray(0, count), outOffset + i);
    }
    return true;
  };
}
