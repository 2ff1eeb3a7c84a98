import type { TypedArray } from "../../core/dtype.ts";
import type { FloatArray } from "../floatArray.ts";
import { MemoryViews } from "./area.ts";
import type { Area } from "./area.ts";
import type { Heap } from "./heap.ts";

/** Temporary copies in the heap, for calls whose result lives there and an input does not. */
export class HeapArea implements Area {
  readonly #heap: Heap;
  readonly #taken: number[] = [];
  #views: MemoryViews | undefined;

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  take(bytes: number): number {
    const address = this.#heap.allocate(bytes);
    this.#taken.push(address);
    return address;
  }

  viewLike(data: FloatArray): FloatArray;
  viewLike(data: TypedArray): TypedArray;
  viewLike(data: TypedArray): TypedArray {
    return (this.#views ??= new MemoryViews(() => this.#heap.memory.buffer)).like(data);
  }

  /** Ends a call. */
  releaseAll(): void {
    for (const address of this.#taken.splice(0)) this.#heap.release(address);
  }
}
