import type { TypedArray } from "../../core/dtype.ts";
import type { FloatArray } from "../floatArray.ts";
import { WebAssembly } from "../webAssembly.ts";
import type { WasmMemory } from "../webAssembly.ts";
import { MemoryViews } from "./area.ts";
import type { Area } from "./area.ts";
import { alignment } from "./freeList.ts";
import { growTo, pageBytes } from "./pages.ts";
import type { Space } from "./space.ts";

/**
 * A private memory through which kernels work on arrays outside of the heap: copy in, run, copy out.
 *
 * Not shared, because V8 copies to and from an ordinary buffer two to four times faster. Nothing
 * outside of a call holds a view of it, so it may grow at any time.
 */
export class Staging implements Space, Area {
  readonly memory: WasmMemory = new WebAssembly.Memory({ initial: 1 });
  readonly shared = false;
  readonly #views = new MemoryViews(() => this.memory.buffer);
  #reserved = pageBytes;
  #top = pageBytes;

  reserve(bytes: number): number {
    const address = this.#reserved;
    this.#reserved = aligned(address + bytes);
    this.#top = this.#reserved;
    growTo(this.memory, this.#reserved, "kernels");
    return address;
  }

  /** Starts a call: everything that was taken before is free again. */
  begin(): void {
    this.#top = this.#reserved;
  }

  take(bytes: number): number {
    const address = this.#top;
    this.#top = aligned(address + bytes);
    growTo(this.memory, this.#top, "kernels");
    return address;
  }

  viewLike(data: FloatArray): FloatArray;
  viewLike(data: TypedArray): TypedArray;
  viewLike(data: TypedArray): TypedArray {
    return this.#views.like(data);
  }
}

function aligned(address: number): number {
  return Math.ceil(address / alignment) * alignment;
}
