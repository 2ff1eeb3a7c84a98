import type { TypedArray } from "../core/dtype.ts";
import type { FloatType } from "./asm/index.ts";

export type FloatArray = Float64Array | Float32Array;

/** The address of an element of a view that lies in a kernel's memory. */
export function addressOf(data: TypedArray, offset: number): number {
  return data.byteOffset + offset * data.BYTES_PER_ELEMENT;
}

/** The view as one of floats, which it is where kernels are looked up by dtype. */
export function floats(data: TypedArray): FloatArray {
  if (data instanceof Float32Array || data instanceof Float64Array) return data;
  throw new TypeError(`kernels: expected float32 or float64, found ${data.constructor.name}`);
}

export function bytesOf(type: FloatType): 4 | 8 {
  return type === "f32" ? 4 : 8;
}
