import type { TypedArray } from "../../core/dtype.ts";
import type { FloatArray } from "../floatArray.ts";

/** Room for one call's copies of arrays that live elsewhere. */
export interface Area {
  /** The address of `bytes` that are this call's own; their contents are whatever was there. */
  take(bytes: number): number;
  /** The whole memory as numbers of an array's type; valid until the next `take`. */
  viewLike(data: FloatArray): FloatArray;
  viewLike(data: TypedArray): TypedArray;
}

/** Views of a whole memory, one of each type, made anew when the memory has grown. */
export class MemoryViews {
  readonly #buffer: () => ArrayBufferLike;
  #bytes: Uint8Array;
  #singles: Float32Array;
  #doubles: Float64Array;

  constructor(buffer: () => ArrayBufferLike) {
    this.#buffer = buffer;
    this.#bytes = new Uint8Array(buffer());
    this.#singles = new Float32Array(buffer());
    this.#doubles = new Float64Array(buffer());
  }

  like(data: FloatArray): FloatArray;
  like(data: TypedArray): TypedArray;
  like(data: TypedArray): TypedArray {
    const buffer = this.#buffer();
    if (buffer !== this.#bytes.buffer) {
      this.#bytes = new Uint8Array(buffer);
      this.#singles = new Float32Array(buffer);
      this.#doubles = new Float64Array(buffer);
    }
    if (data instanceof Float64Array) return this.#doubles;
    return data instanceof Float32Array ? this.#singles : this.#bytes;
  }
}
