import { allocateWith } from "../../core/dtype.ts";
import type { ArrayOf, DType, TypedArray } from "../../core/dtype.ts";
import type { Heap } from "./heap.ts";

/** Arrays of fewer elements stay outside: they are cheap to collect, and scalars go by value. */
const leastElements = 4;

interface Block {
  readonly address: number;
  readonly bytes: number;
}

/**
 * Scopes of arrays that live in a heap: what a scope makes is freed when it ends, except what it
 * returns.
 */
export class Scopes {
  readonly #heap: Heap;
  /** The blocks of every open scope, innermost last. */
  readonly #open: Map<number, Block>[] = [];

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  run<T>(body: () => T): T {
    if (!this.#heap.isUsable) return body();
    const blocks = new Map<number, Block>();
    this.#open.push(blocks);
    const outer = allocateWith((dtype, size, zeroed) => this.#allocate(dtype, size, zeroed));
    try {
      const result = body();
      if (result instanceof Promise)
        throw new TypeError(
          "scope: the function returned a promise; a scope ends when its function returns, " +
            "so everything in it must be synchronous",
        );
      this.#hand(result, blocks);
      return result;
    } finally {
      allocateWith(outer);
      this.#open.pop();
      for (const address of blocks.keys()) this.#heap.release(address);
    }
  }

  /** Takes the arrays in a value out of all open scopes: they live until they are released. */
  keep<T>(value: T): T {
    for (const data of buffersOf(value)) {
      if (!this.#heap.owns(data)) continue;
      for (const blocks of this.#open) {
        const block = blockOf(blocks, data);
        if (block) blocks.delete(block.address);
      }
    }
    return value;
  }

  /** Frees the blocks of arrays that no scope holds any more. Other arrays are left alone. */
  release(value: unknown): void {
    for (const data of buffersOf(value)) {
      if (!this.#heap.owns(data)) continue;
      for (const blocks of this.#open) blocks.delete(data.byteOffset);
      this.#heap.release(data.byteOffset);
    }
  }

  #allocate<D extends DType>(dtype: D, size: number, zeroed: boolean): ArrayOf<D> | undefined {
    if (size < leastElements) return undefined;
    const view = this.#heap.view(dtype, size);
    if (zeroed) view.fill(0);
    const block = { address: view.byteOffset, bytes: view.byteLength };
    this.#open.at(-1)!.set(block.address, block);
    return view;
  }

  /** What a scope returns belongs to the scope around it, or to the caller where there is none. */
  #hand(result: unknown, blocks: Map<number, Block>): void {
    const outer = this.#open.at(-2);
    for (const data of buffersOf(result)) {
      if (!this.#heap.owns(data)) continue;
      const block = blockOf(blocks, data);
      if (!block) continue;
      blocks.delete(block.address);
      outer?.set(block.address, block);
    }
  }
}

/** The block that a view lies in, which may start before the view does. */
function blockOf(blocks: ReadonlyMap<number, Block>, data: TypedArray): Block | undefined {
  const exact = blocks.get(data.byteOffset);
  if (exact) return exact;
  for (const block of blocks.values())
    if (block.address <= data.byteOffset && data.byteOffset < block.address + block.bytes)
      return block;
  return undefined;
}

/** The buffers of all arrays in a value: an array, or arrays, tuples and plain objects of them. */
function buffersOf(value: unknown): TypedArray[] {
  if (typeof value !== "object" || value === null) return [];
  if (
    value instanceof Float64Array ||
    value instanceof Float32Array ||
    value instanceof Int32Array ||
    value instanceof Uint8Array
  )
    return [value];
  if ("data" in value && "strides" in value) return buffersOf(value.data);
  if (ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(buffersOf);
}
