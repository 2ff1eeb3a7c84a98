import { kernelModule } from "./kernels.ts";
import type { Kernels } from "./kernels.ts";
import { WebAssembly } from "./web-assembly.ts";

const pageBytes = 65536;
/** A 32-bit memory ends at 65,536 pages; a little stays free for the scratch space. */
export const arenaCapacity = 65535 * pageBytes;

/** Gradients pass through here on their way to the kernels; it fits into a core's cache. */
export const scratchFloats = 16384;

/** Rounded up so that every array starts at a cache line and kernels work on whole vectors. */
export function paddedCount(count: number): number {
  return Math.ceil(count / 16) * 16;
}

/** One linear memory with the arrays that the optimiser's kernels work on. It is of fixed size, so views stay valid. */
export class Arena {
  readonly kernels: Kernels;
  readonly scratch: Float32Array;
  readonly zeros: Float32Array;
  readonly #buffer: ArrayBuffer;
  #end = 0;

  /** `floats` counts the numbers of all arrays, each padded by `paddedCount`. */
  constructor(floats: number) {
    const bytes = (floats + 2 * scratchFloats) * 4;
    if (bytes > arenaCapacity) {
      throw new RangeError(`arena: ${bytes} bytes, one WebAssembly memory holds ${arenaCapacity}`);
    }
    const pages = Math.ceil(bytes / pageBytes);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const module = new WebAssembly.Module(kernelModule());
    this.kernels = new WebAssembly.Instance(module, { env: { memory } }).exports;
    this.#buffer = memory.buffer;
    this.scratch = this.allocate(scratchFloats);
    this.zeros = this.allocate(scratchFloats);
  }

  /** An array of zeros; the room up to the next cache line stays zero too. */
  allocate(count: number): Float32Array {
    const array = new Float32Array(this.#buffer, this.#end, count);
    this.#end += paddedCount(count) * 4;
    return array;
  }
}
