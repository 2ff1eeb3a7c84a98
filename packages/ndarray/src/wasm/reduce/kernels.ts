import type { TypedArray } from "../../core/dtype.ts";
import type { FastReduceKernel } from "../../kernels.ts";
import { ModuleBuilder } from "../asm/index.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf } from "../floatArray.ts";
import { chunkLength, inChunks } from "../memory/chunks.ts";
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

/** One contiguous chunk, small enough to be staged at once. */
type ChunkReducer = (n: number, x: TypedArray, offset: number) => number;

/** The whole of a contiguous array outside of the heap, by its chunks. */
type ByChunks = (n: number, x: TypedArray, offset: number, reduce: ChunkReducer) => number;

/** The reductions of a type by the names of the public functions. */
export function reduceKernels(runtime: Runtime, type: FloatType): Record<string, FastReduceKernel> {
  const kernel = (name: string, byChunks: ByChunks): FastReduceKernel =>
    reduction(runtime, type, find(runtime, reduceModule, type, name), byChunks);
  return {
    sum: kernel("sum", pairwise),
    max: kernel("max", (n, x, offset, reduce) => fold(n, x, offset, reduce, Math.max)),
    min: kernel("min", (n, x, offset, reduce) => fold(n, x, offset, reduce, Math.min)),
    argmax: kernel("argmax", (n, x, offset, reduce) => place(n, x, offset, reduce, true)),
    argmin: kernel("argmin", (n, x, offset, reduce) => place(n, x, offset, reduce, false)),
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
  const reduceChunk: ChunkReducer = (n, data, offset) => {
    let result = 0;
    inChunks(runtime.staging, n, [{ data, offset }], [], (count, [from]) => {
      result = kernel.staged(count, from, bytes);
    });
    return result;
  };
  return (n, x, offset, stride) => {
    if (n < leastInHeap || stride === 0) return undefined;
    if (heap.owns(x)) return kernel.inHeap(n, addressOf(x, offset), stride * bytes);
    if (n < leastStaged || stride !== 1) return undefined;
    return byChunks(n, x, offset, reduceChunk);
  };
}

/** Halves joined as in the kernel and in the plain loop, so that the sum has the same bits. */
function pairwise(n: number, x: TypedArray, offset: number, reduce: ChunkReducer): number {
  if (n <= chunkLength(x)) return reduce(n, x, offset);
  const half = Math.floor(n / 2);
  const cut = half - (half % 8);
  return pairwise(cut, x, offset, reduce) + pairwise(n - cut, x, offset + cut, reduce);
}

function fold(
  n: number,
  x: TypedArray,
  offset: number,
  reduce: ChunkReducer,
  join: (a: number, b: number) => number,
): number {
  const chunk = chunkLength(x);
  let result = reduce(Math.min(n, chunk), x, offset);
  for (let i = chunk; i < n; i += chunk)
    result = join(result, reduce(Math.min(chunk, n - i), x, offset + i));
  return result;
}

/** The first place of the best element; a NaN is the best, and ends the search. */
function place(
  n: number,
  x: TypedArray,
  offset: number,
  reduce: ChunkReducer,
  largest: boolean,
): number {
  const chunk = chunkLength(x);
  let best = 0;
  for (let i = 0; i < n; i += chunk) {
    const here = i + reduce(Math.min(chunk, n - i), x, offset + i);
    const [value, record] = [x[offset + here], x[offset + best]];
    if (i === 0 || Number.isNaN(value) || (largest ? value > record : value < record)) best = here;
    if (Number.isNaN(value)) break;
  }
  return best;
}
