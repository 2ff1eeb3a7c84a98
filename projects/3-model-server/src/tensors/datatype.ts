/** The data types of the Open Inference Protocol. */
export const datatypeNames = [
  "BOOL",
  "UINT8",
  "UINT16",
  "UINT32",
  "UINT64",
  "INT8",
  "INT16",
  "INT32",
  "INT64",
  "FP16",
  "FP32",
  "FP64",
  "BYTES",
] as const;

export type Datatype = (typeof datatypeNames)[number];

export type NumberArray =
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Float32Array
  | Float64Array;

export type BigArray = BigUint64Array | BigInt64Array;

/** What holds a tensor's elements; FP16 is held as single precision, BYTES as text in UTF-8. */
export type TensorData = NumberArray | BigArray | string[];

export interface DatatypeInfo {
  /** Bytes an element has in a binary tensor; 0 where elements differ in length. */
  bytes: number;
  /** Least and greatest value of an element. */
  range: readonly [number, number];
  whole: boolean;
  /** Zeros. */
  make(length: number): TensorData;
  /** The elements that a buffer holds. */
  view(buffer: ArrayBuffer): TensorData;
}

interface ArrayType {
  new (length: number): TensorData;
  new (buffer: ArrayBuffer): TensorData;
}

const numeric = (
  bytes: number,
  range: readonly [number, number],
  whole: boolean,
  Type: ArrayType,
): DatatypeInfo => ({
  bytes,
  range,
  whole,
  make: (length) => new Type(length),
  view: (buffer) => new Type(buffer),
});

const FLOAT16_MAX = 65504;
const FLOAT32_MAX = 3.4028234663852886e38;
const { MAX_SAFE_INTEGER, MIN_SAFE_INTEGER, MAX_VALUE } = Number;

export const datatypes: Readonly<Record<Datatype, DatatypeInfo>> = {
  BOOL: numeric(1, [0, 1], true, Uint8Array),
  UINT8: numeric(1, [0, 255], true, Uint8Array),
  UINT16: numeric(2, [0, 65535], true, Uint16Array),
  UINT32: numeric(4, [0, 2 ** 32 - 1], true, Uint32Array),
  // JSON's numbers are exact up to 2^53; larger ones need the binary form.
  UINT64: numeric(8, [0, MAX_SAFE_INTEGER], true, BigUint64Array),
  INT8: numeric(1, [-128, 127], true, Int8Array),
  INT16: numeric(2, [-32768, 32767], true, Int16Array),
  INT32: numeric(4, [-(2 ** 31), 2 ** 31 - 1], true, Int32Array),
  INT64: numeric(8, [MIN_SAFE_INTEGER, MAX_SAFE_INTEGER], true, BigInt64Array),
  FP16: numeric(2, [-FLOAT16_MAX, FLOAT16_MAX], false, Float32Array),
  FP32: numeric(4, [-FLOAT32_MAX, FLOAT32_MAX], false, Float32Array),
  FP64: numeric(8, [-MAX_VALUE, MAX_VALUE], false, Float64Array),
  BYTES: { bytes: 0, range: [0, 0], whole: false, make: () => [], view: () => [] },
};

/** Whether elements are of 64 bits. */
export function isBig(data: TensorData): data is BigArray {
  return data instanceof BigInt64Array || data instanceof BigUint64Array;
}

/** The elements of an FP16 or FP32 tensor. */
export function float32(data: TensorData): Float32Array {
  if (!(data instanceof Float32Array)) throw new TypeError("expected elements of single precision");
  return data;
}

/** The elements of a BYTES tensor. */
export function texts(data: TensorData): string[] {
  if (!Array.isArray(data)) throw new TypeError("expected texts");
  return data;
}
