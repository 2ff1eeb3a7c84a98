import { SafetensorsError } from "./error.ts";

/** The typed array that holds each dtype. F16 and BF16 have no array of their own: their bits stand in a Uint16Array. */
export type DataOf = {
  F64: Float64Array;
  F32: Float32Array;
  F16: Uint16Array;
  BF16: Uint16Array;
  I64: BigInt64Array;
  I32: Int32Array;
  I16: Int16Array;
  I8: Int8Array;
  U64: BigUint64Array;
  U32: Uint32Array;
  U16: Uint16Array;
  U8: Uint8Array;
  BOOL: Uint8Array;
};

export type Dtype = keyof DataOf;

type ArrayType = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): DataOf[Dtype];
};

const arrayTypes: { readonly [D in Dtype]: ArrayType } = {
  F64: Float64Array,
  F32: Float32Array,
  F16: Uint16Array,
  BF16: Uint16Array,
  I64: BigInt64Array,
  I32: Int32Array,
  I16: Int16Array,
  I8: Int8Array,
  U64: BigUint64Array,
  U32: Uint32Array,
  U16: Uint16Array,
  U8: Uint8Array,
  BOOL: Uint8Array,
};

export function isDtype(name: unknown): name is Dtype {
  return typeof name === "string" && Object.hasOwn(arrayTypes, name);
}

/** `name` itself when this library reads it; throws with the list of dtypes otherwise. */
export function checkDtype(name: unknown, where: string): Dtype {
  if (isDtype(name)) return name;
  throw new SafetensorsError(
    `${where}: unknown dtype ${JSON.stringify(name)}, expected one of ${Object.keys(arrayTypes).join(", ")}`,
  );
}

export function bytesPerElement(dtype: Dtype): number {
  return arrayTypes[dtype].BYTES_PER_ELEMENT;
}

export function isArrayOf(dtype: Dtype, data: unknown): boolean {
  return data instanceof arrayTypes[dtype];
}

export function arrayName(dtype: Dtype): string {
  return new arrayTypes[dtype](new ArrayBuffer(0), 0, 0).constructor.name;
}

/**
 * The `length` elements that start `byteOffset` bytes into `buffer`: a view where the
 * offset is a multiple of the element's size, else a copy (typed arrays must be aligned).
 */
export function viewOf(
  dtype: Dtype,
  buffer: ArrayBufferLike,
  byteOffset: number,
  length: number,
): DataOf[Dtype] {
  const size = bytesPerElement(dtype);
  if (byteOffset % size === 0) return new arrayTypes[dtype](buffer, byteOffset, length);
  return new arrayTypes[dtype](buffer.slice(byteOffset, byteOffset + length * size), 0, length);
}
