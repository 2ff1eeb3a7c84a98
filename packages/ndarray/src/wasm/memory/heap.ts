import type { ArrayOf, DType, TypedArray } from "../../core/dtype.ts";
import { engine } from "../webAssembly.ts";
import type { WasmMemory } from "../webAssembly.ts";
import { FreeList } from "./freeList.ts";
import { growTo, limitPages, pageBytes } from "./pages.ts";
import type { Space } from "./space.ts";

const initialPages = 256;

type ViewConstructor<V> = {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): V;
  readonly BYTES_PER_ELEMENT: number;
};

const views: { readonly [D in DType]: ViewConstructor<ArrayOf<D>> } = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
};

/**
 * The memory in which arrays can live so that kernels reach them without a copy.
 *
 * It is a shared WebAssembly memory even where no thread is used: growing a shared memory leaves
 * the views that exist valid, growing any other one empties them all. Where shared memory is
 * missing (a browser page that is not cross-origin isolated) the heap cannot be used: arrays stay
 * outside and kernels copy. The memory is made when it is first needed.
 */
export class Heap implements Space {
  readonly shared = true;
  readonly #buffers = new WeakSet<object>();
  #memory: WasmMemory | undefined;
  #latest: object | undefined;
  // Address 0 stays unused, so that no array starts at a null pointer.
  readonly #free = new FreeList(pageBytes, pageBytes);
  #isMissing = false;

  /** Whether there is a heap in this engine. */
  get isUsable(): boolean {
    return this.#make() !== undefined;
  }

  get memory(): WasmMemory {
    const memory = this.#make();
    if (!memory) throw new Error("heap: this engine has no shared WebAssembly memory");
    return memory;
  }

  /** Bytes in use, blocks in use, and the size of the memory now. */
  stats(): { used: number; blocks: number; size: number } {
    return { used: this.#free.used, blocks: this.#free.blocks, size: this.#free.end };
  }

  /** Whether a view lies in this memory, whatever the memory's size was when it was made. */
  owns(view: TypedArray): boolean {
    const { buffer } = view;
    return buffer === this.#latest || this.#buffers.has(buffer);
  }

  /** The address of a block; its bytes are whatever was there before. Throws as `growTo`. */
  allocate(bytes: number): number {
    const { memory } = this;
    const found = this.#free.take(bytes);
    if (found !== undefined) return found;
    growTo(memory, this.#free.end + this.#free.shortage(bytes), "heap");
    this.#remember(memory);
    return this.#free.take(bytes)!;
  }

  release(address: number): void {
    this.#free.give(address);
  }

  /** Whether a block in use starts at the address. */
  holds(address: number): boolean {
    return this.#free.holds(address);
  }

  reserve(bytes: number): number {
    return this.allocate(bytes);
  }

  /** An array in a block of its own, which starts where the array does; not cleared. */
  view<D extends DType>(dtype: D, length: number): ArrayOf<D> {
    const View: ViewConstructor<ArrayOf<D>> = views[dtype];
    const address = this.allocate(length * View.BYTES_PER_ELEMENT);
    return new View(this.memory.buffer, address, length);
  }

  #make(): WasmMemory | undefined {
    if (this.#memory || this.#isMissing) return this.#memory;
    try {
      const descriptor = { initial: initialPages, maximum: limitPages + 1, shared: true };
      this.#memory = engine && new engine.Memory(descriptor);
    } catch {
      // No SharedArrayBuffer here, or no address space for it.
    }
    if (this.#memory) this.#remember(this.#memory);
    else this.#isMissing = true;
    return this.#memory;
  }

  /** Every growth of a shared memory gives it another buffer object over the same bytes. */
  #remember(memory: WasmMemory): void {
    this.#latest = memory.buffer;
    this.#buffers.add(memory.buffer);
    this.#free.extend(memory.buffer.byteLength);
  }
}
