// M, K: y (M) = alpha A (M, K) x (K) + beta y, with A's rows or columns contiguous.
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf } from "../floatArray.ts";
import type { FloatArray } from "../floatArray.ts";
import type { ArrayMatrix } from "../gemm/stagedMatrix.ts";
import { chunkLength } from "../memory/chunks.ts";
import { copyLines } from "../memory/copyIn.ts";
import type { KernelFunction, Kernels, Runtime } from "../runtime.ts";
import { gemvModule } from "./gemvModule.ts";

/** A strided vector in a typed array, in elements. */
export interface ArrayVector {
  readonly data: FloatArray;
  readonly offset: number;
  readonly step: number;
}

// Blocks whose vectors stay in the L1 cache; also where partial sums start anew, which keeps the
// rounding error of long sums small.
const blockM = 1024;
const blockK = 512;

/** Matrix-vector products of one type on one runtime. Returns false for an A of any other strides. */
export class VectorProduct {
  readonly #runtime: Runtime;
  readonly #type: FloatType;
  readonly #bytes: number;
  #buffers: { x: number; sums: number; part: number } | undefined;

  constructor(runtime: Runtime, type: FloatType) {
    this.#runtime = runtime;
    this.#type = type;
    this.#bytes = bytesOf(type);
  }

  // prettier-ignore
  run(m: number, k: number, alpha: number, a: ArrayMatrix, x: ArrayVector, beta: number, y: ArrayVector): boolean {
    if (a.column !== 1 && a.row !== 1) return false;
    const { heap } = this.#runtime;
    if (heap.owns(a.data) && heap.owns(x.data) && heap.owns(y.data))
      this.#inHeap(m, k, alpha, a, x, beta, y);
    else this.#staged(m, k, alpha, a, x, beta, y);
    return true;
  }

  // prettier-ignore
  #inHeap(m: number, k: number, alpha: number, a: ArrayMatrix, x: ArrayVector, beta: number, y: ArrayVector): void {
    const bytes = this.#bytes;
    const kernels = this.#runtime.onHeap;
    const kernel = this.#kernels(kernels);
    const buffers = (this.#buffers ??= {
      x: kernels.space.reserve(blockK * bytes),
      sums: kernels.space.reserve(blockM * bytes),
      part: kernels.space.reserve(blockM * bytes),
    });
    for (let i = 0; i < m; i += blockM) {
      const mb = Math.min(blockM, m - i);
      kernel.clear(buffers.sums, mb * bytes);
      for (let p = 0; p < k; p += blockK) {
        const kb = Math.min(blockK, k - p);
        kernel.gather(kb, addressOf(x.data, x.offset + p * x.step), x.step * bytes, alpha, buffers.x);
        const block = addressOf(a.data, a.offset + i * a.row + p * a.column);
        if (a.column === 1) kernel.dotRows(mb, kb, block, a.row * bytes, buffers.x, buffers.sums);
        else {
          kernel.clear(buffers.part, mb * bytes);
          kernel.addColumns(mb, kb, block, a.column * bytes, buffers.x, buffers.part);
          kernel.finish(mb, buffers.part, 1, buffers.sums, bytes);
        }
      }
      const to = addressOf(y.data, y.offset + i * y.step);
      kernel.finish(mb, buffers.sums, beta, to, y.step * bytes);
    }
  }

  /** A goes through the staging memory a few of its contiguous lines at a time. */
  // prettier-ignore
  #staged(m: number, k: number, alpha: number, a: ArrayMatrix, x: ArrayVector, beta: number, y: ArrayVector): void {
    const bytes = this.#bytes;
    const { staging } = this.#runtime;
    const kernel = this.#kernels(this.#runtime.staged);
    const byRows = a.column === 1;
    staging.begin();
    const [xAt, sums, part] = [k, m, m].map((count) => staging.take(count * bytes));
    const room = chunkLength(a.data);
    const block = staging.take(room * bytes);
    const view = staging.viewLike(a.data);
    for (let p = 0, from = x.offset; p < k; p++, from += x.step) view[xAt / bytes + p] = alpha * x.data[from];
    kernel.clear(sums, m * bytes);
    const [lines, length, lineStride] = byRows ? [m, k, a.row] : [k, m, a.column];
    for (let from = 0; from < length; from += room) {
      const here = Math.min(room, length - from);
      const most = Math.max(1, Math.min(Math.floor(room / here), blockK));
      for (let line = 0; line < lines; line += most) {
        const count = Math.min(most, lines - line);
        copyLines(staging, a.data, a.offset + line * lineStride + from, lineStride, count, here, block);
        if (byRows) kernel.dotRows(count, here, block, here * bytes, xAt + from * bytes, sums + line * bytes);
        else {
          kernel.clear(part, here * bytes);
          kernel.addColumns(here, count, block, here * bytes, xAt + line * bytes, part);
          kernel.finish(here, part, 1, sums + from * bytes, bytes);
        }
      }
    }
    for (let i = 0, to = y.offset; i < m; i++, to += y.step) {
      const sum = view[sums / bytes + i];
      y.data[to] = beta === 0 ? sum : sum + beta * y.data[to];
    }
  }

  #kernels(kernels: Kernels): Readonly<Record<string, KernelFunction>> {
    return kernels.all(gemvModule, this.#type);
  }
}
