import type { TensorData } from "../tensors/datatype.ts";
import type { Tensors } from "../tensors/tensor.ts";

interface Entry {
  tensors: Tensors;
  bytes: number;
}

/** What an entry holds beside its elements: its key, its maps and its objects, in bytes, roughly. */
const OVERHEAD = 500;

/** Outputs by their inputs' key, at most so many bytes; the one not used for longest goes first. */
export class TensorCache {
  readonly #maxBytes: number;
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  /** @param maxBytes of the outputs that are kept, with a rough allowance for what holds them */
  constructor({ maxBytes }: { maxBytes: number }) {
    this.#maxBytes = maxBytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): Tensors | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    // A Map keeps the order of insertion: taking an entry out and in again makes it the newest.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.tensors;
  }

  /** Keeps outputs; those that alone are more than the cache may hold are not kept. */
  set(key: string, tensors: Tensors): void {
    this.#remove(key);
    let bytes = OVERHEAD;
    for (const { data } of tensors.values()) bytes += bytesOf(data);
    if (bytes > this.#maxBytes) return;
    this.#entries.set(key, { tensors, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}

function bytesOf(data: TensorData): number {
  if (!Array.isArray(data)) return data.byteLength;
  return data.reduce((sum, text) => sum + 2 * text.length, 0);
}
