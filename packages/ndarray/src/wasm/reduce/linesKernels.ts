import type { LinesKernel } from "../../kernels.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf } from "../floatArray.ts";
import { chunkLength } from "../memory/chunks.ts";
import { copyLines } from "../memory/copyIn.ts";
import { find } from "../runtime.ts";
import type { Runtime } from "../runtime.ts";
import { reduceModule } from "./kernels.ts";

/** Lines that are taken at a time, so that their results find room. */
const linesTogether = 1024;

// Outside of the heap: elements of all lines from which on copying them pays, and elements of a line from which on
// copying lines one by one pays, when there are gaps between them.
const leastStaged = 500;
const leastWithGaps = 40;

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
  const inHeap: LinesKernel = (lines, between, n, x, offset, stride, out, outOffset) => {
    buffer ??= heap.view("float64", linesTogether);
    for (let i = 0; i < lines; i += linesTogether) {
      const count = Math.min(linesTogether, lines - i);
      const from = addressOf(x, offset + i * between);
      kernel.inHeap(count, between * bytes, n, from, stride * bytes, buffer.byteOffset);
      out.set(buffer.subarray(0, count), outOffset + i);
    }
    return true;
  };
  const staged: LinesKernel = (lines, between, n, x, offset, stride, out, outOffset) => {
    const most = Math.min(lines, linesTogether, Math.floor(chunkLength(x) / n));
    if (stride !== 1 || most === 0 || lines * n < leastStaged) return false;
    if (between !== n && n < leastWithGaps) return false;
    const area = runtime.staging;
    area.begin();
    const results = area.take(most * 8);
    const address = area.take(most * n * bytes);
    for (let i = 0; i < lines; i += most) {
      const count = Math.min(most, lines - i);
      copyLines(area, x, offset + i * between, between, count, n, address);
      kernel.staged(count, n * bytes, n, address, bytes, results);
      out.set(area.viewLike(out).subarray(results / 8, results / 8 + count), outOffset + i);
    }
    return true;
  };
  return (...call) => (heap.owns(call[3]) ? inHeap(...call) : staged(...call));
}
