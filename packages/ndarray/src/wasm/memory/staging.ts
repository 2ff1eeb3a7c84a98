import { WebAssembly } from "../webAssembly.ts";
import type { WasmMemory } from "../webAssembly.ts";
import { alignment } from "./freeList.ts";
import { growTo, pageBytes } from "./pages.ts";
import type { Space } from "./space.ts";

/**
 * A private memory through which kernels work on arrays outside of the heap: copy in, run, copy out.
 *
 * Not shared, because V8 copies to and from an ordinary buffer two to four times faster. Nothing
 * outside of a call holds a view of it, so it may grow at any time.
 */
export class Staging implements Space {
  readonly memory: WasmMemory = new WebAssembly.Memory({ initial: 1 });
  readonly shared = false;
  #reserved = pageBytes;
  #top = pageBytes;
  #bytes = new Uint8Array(this.memory.buffer);
  #singles = new Float32Array(this.memory.buffer);
  #doubles = new Float64Array(this.memory.buffer);

  reserve(bytes: number): number {
    const address = this.#reserved;
    this.#reserved = aligned(address + bytes);
    this.#top = this.#reserved;
    this.#grow(this.#reserved);
    return address;
  }

  /** Starts a call: everything that was taken before is free again. */
  begin(): void {
    this.#top = this.#reserved;
  }

  /** The address of `bytes` that are this call's own; their contents are whatever was there. */
  take(bytes: number): number {
    const address = this.#top;
    this.#top = aligned(address + bytes);
    this.#grow(this.#top);
    return address;
  }

  /** The memory as numbers of the given width; valid until the next `take` or `reserve`. */
  view(bytes: 8): Float64Array;
  view(bytes: 4): Float32Array;
  view(bytes: 1): Uint8Array;
  view(bytes: 8 | 4 | 1): Float64Array | Float32Array | Uint8Array;
  view(bytes: 8 | 4 | 1): Float64Array | Float32Array | Uint8Array {
    return bytes === 8 ? this.#doubles : bytes === 4 ? this.#singles : this.#bytes;
  }

  #grow(end: number): void {
    if (end <= this.#bytes.length) return;
    growTo(this.memory, end, "kernels");
    this.#bytes = new Uint8Array(this.memory.buffer);
    this.#singles = new Float32Array(this.memory.buffer);
    this.#doubles = new Float64Array(this.memory.buffer);
  }
}

function aligned(address: number): number {
  return Math.ceil(address / alignment) * alignment;
}
