import { engine } from "../webAssembly.ts";
import type { WasmMemory } from "../webAssembly.ts";
import { FreeList } from "./freeList.ts";
import { growTo, limitPages, pageBytes } from "./pages.ts";

type View = Float64Array | Float32Array | Int32Array | Uint8Array;
type ViewConstructor<V extends View> = new (
  buffer: ArrayBuffer | SharedArrayBuffer,
  byteOffset: number,
  length: number,
) => V;

const initialPages = 256;

/**
 * The memory in which arrays can live so that kernels reach them without a copy.
 *
 * It is a shared WebAssembly memory even where no thread is used: growing a shared memory leaves
 * the views that exist valid, growing any other one empties them all. Where shared memory is
 * missing (a browser page that is not cross-origin isolated) there is no heap, arrays stay outside
 * and kernels copy.
 */
export class Heap {
  readonly memory: WasmMemory;
  readonly #free: FreeList;
  readonly #buffers = new WeakSet<object>();

  constructor(memory: WasmMemory) {
    this.memory = memory;
    this.#buffers.add(memory.buffer);
    // Address 0 stays unused, so that no array starts at a null pointer.
    this.#free = new FreeList(pageBytes, memory.buffer.byteLength);
  }

  /** A heap of its own memory, or undefined where shared memory is missing. */
  static create(): Heap | undefined {
    if (!engine) return undefined;
    try {
      return new Heap(
        new engine.Memory({ initial: initialPages, maximum: limitPages + 1, shared: true }),
      );
    } catch {
      return undefined;
    }
  }

  /** Bytes in use, blocks in use, and the size of the memory now. */
  stats(): { used: number; blocks: number; size: number } {
    return { used: this.#free.used, blocks: this.#free.blocks, size: this.#free.end };
  }

  /** Whether a view lies in this memory, whatever the memory's size was when it was made. */
  owns(view: View): boolean {
    return this.#buffers.has(view.buffer);
  }

  /** The address of a block; its bytes are whatever was there before. Throws as `growTo`. */
  allocate(bytes: number): number {
    const found = this.#free.take(bytes);
    if (found !== undefined) return found;
    growTo(this.memory, this.#free.end + this.#free.shortage(bytes), "heap");
    this.#buffers.add(this.memory.buffer);
    this.#free.extend(this.memory.buffer.byteLength);
    return this.#free.take(bytes)!;
  }

  release(address: number): void {
    this.#free.give(address);
  }

  /** Whether a block in use starts at the address. */
  holds(address: number): boolean {
    return this.#free.holds(address);
  }

  /** A zeroed array in the heap. */
  zeros<V extends View>(
    type: ViewConstructor<V> & { BYTES_PER_ELEMENT: number },
    length: number,
  ): V {
    const address = this.allocate(length * type.BYTES_PER_ELEMENT);
    const view = new type(this.memory.buffer, address, length);
    view.fill(0);
    return view;
  }
}
