import type { TypedArray } from "../../core/dtype.ts";
import type { FastReduceKernel } from "../../kernels.ts";
import { ModuleBuilder } from "../asm/index.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf } from "../floatArray.ts";
import { chunkLength, isWorthStaging, staged } from "../memory/chunks.ts";
import { find } from "../runtime.ts";
import type { Found, ModuleSource, Runtime } from "../runtime.ts";
import { addDot } from "./dot.ts";
import { addExtremes } from "./extremes.ts";
import { addSum } from "./sum.ts";

/** sum, max, min, argmax, argmin, dot. */
export const reduceModule: ModuleSource = {
  name: "reduce",
  build({ type, fma, shared }) {
    const module = new ModuleBuilder({ shared });
    addSum(module, type);
    addExtremes(module, type);
    addDot(module, type, fma);
    return module.encode();
  },
};

// Measured (docs/kernels.md), as in elementwise/kernels.ts.
const leastInHeap = 16;
const leastStaged = 500;

/** One chunk, small enough to be staged at once. */
type ChunkReducer = (n: number, x: TypedArray, offset: number) => number;

/** The whole of an array outside of the heap, by its chunks. */
type ByChunks = (
  n: number,
  x: TypedArray,
  offset: number,
  stride: number,
  reduce: ChunkReducer,
) => number;

/** The reductions of a type by the names of the public functions. */
export function reduceKernels(runtime: Runtime, type: FloatType): Record<string, FastReduceKernel> {
  const kernel = (name: string, byChunks: ByChunks): FastReduceKernel =>
    reduction(runtime, type, find(runtime, reduceModule, type, name), byChunks);
  return {
    sum: kernel("sum", pairwise),
    max: kernel("max", (...chunks) => fold(...chunks, Math.max)),
    min: kernel("min", (...chunks) => fold(...chunks, Math.min)),
    argmax: kernel("argmax", (...chunks) => place(...chunks, true)),
    argmin: kernel("argmin", (...chunks) => place(...chunks, false)),
  };
}

function reduction(
  runtime: Runtime,
  type: FloatType,
  kernel: Found,
  byChunks: ByChunks,
): FastReduceKernel {
  const bytes = bytesOf(type);
  const { heap } = runtime;
  return (n, x, offset, stride) => {
    if (n < leastInHeap || stride === 0) return undefined;
    if (heap.owns(x)) return kernel.inHeap(n, addressOf(x, offset), stride * bytes);
    if (n < leastStaged || !isWorthStaging(x, stride)) return undefined;
    return byChunks(n, x, offset, stride, (length, data, start) => {
      const from = staged(runtime.staging, length, { data, offset: start, stride });
      return kernel.staged(length, from, stride * bytes);
    });
  };
}

/** Halves joined as in the kernel and in the plain loop, so that the sum has the same bits. */
function pairwise(
  n: number,
  x: TypedArray,
  offset: number,
  stride: number,
  reduce: ChunkReducer,
): number {
  if (n <= chunkLength(x)) return reduce(n, x, offset);
  const half = Math.floor(n / 2);
  const cut = half - (half % 8);
  return (
    pairwise(cut, x, offset, stride, reduce) +
    pairwise(n - cut, x, offset + cut * stride, stride, reduce)
  );
}

function fold(
  n: number,
  x: TypedArray,
  offset: number,
  stride: number,
  reduce: ChunkReducer,
  join: (a: number, b: number) => number,
): number {
  const chunk = chunkLength(x);
  let result = reduce(Math.min(n, chunk), x, offset);
  for (let i = chunk; i < n; i += chunk)
    result = join(result, reduce(Math.min(chunk, n - i), x, offset + i * stride));
  return result;
}

/** The first place of the best element; a NaN is the best, and ends the search. */
function place(
  n: number,
  x: TypedArray,
  offset: number,
  stride: number,
  reduce: ChunkReducer,
  largest: boolean,
): number {
  const chunk = chunkLength(x);
  let best = 0;
  for (let i = 0; i < n; i += chunk) {
    const here = i + reduce(Math.min(chunk, n - i), x, offset + i * stride);
    const [value, record] = [x[offset + here * stride], x[offset + best * stride]];
    if (i === 0 || Number.isNaN(value) || (largest ? value > record : value < record)) best = here;
    if (Number.isNaN(value)) break;
  }
  return best;
}
