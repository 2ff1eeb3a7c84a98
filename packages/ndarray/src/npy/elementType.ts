import type { DType } from "../core/dtype.ts";
import { UnsupportedError } from "../core/errors.ts";

/** An element type of a `.npy` file: its name, its size, the dtype it becomes, and how one is read. */
export interface ElementType {
  readonly name: string;
  readonly bytes: number;
  readonly dtype: DType;
  /** Whether values may lie outside of the dtype they become. */
  readonly wide?: true;
  readonly read: (view: DataView, at: number, littleEndian: boolean) => number | bigint;
}

const types: Record<string, ElementType> = {
  f8: { name: "float64", bytes: 8, dtype: "float64", read: (v, at, le) => v.getFloat64(at, le) },
  f4: { name: "float32", bytes: 4, dtype: "float32", read: (v, at, le) => v.getFloat32(at, le) },
  f2: {
    name: "float16",
    bytes: 2,
    dtype: "float32",
    read: (v, at, le) => fromHalf(v.getUint16(at, le)),
  },
  i1: { name: "int8", bytes: 1, dtype: "int32", read: (v, at) => v.getInt8(at) },
  i2: { name: "int16", bytes: 2, dtype: "int32", read: (v, at, le) => v.getInt16(at, le) },
  i4: { name: "int32", bytes: 4, dtype: "int32", read: (v, at, le) => v.getInt32(at, le) },
  i8: {
    name: "int64",
    bytes: 8,
    dtype: "int32",
    wide: true,
    read: (v, at, le) => v.getBigInt64(at, le),
  },
  u1: { name: "uint8", bytes: 1, dtype: "uint8", read: (v, at) => v.getUint8(at) },
  u2: { name: "uint16", bytes: 2, dtype: "int32", read: (v, at, le) => v.getUint16(at, le) },
  u4: {
    name: "uint32",
    bytes: 4,
    dtype: "int32",
    wide: true,
    read: (v, at, le) => v.getUint32(at, le),
  },
  u8: {
    name: "uint64",
    bytes: 8,
    dtype: "int32",
    wide: true,
    read: (v, at, le) => v.getBigUint64(at, le),
  },
  b1: { name: "bool", bytes: 1, dtype: "bool", read: (v, at) => Number(v.getUint8(at) !== 0) },
};

const refused: Record<string, string> = {
  c: "complex numbers; save the real and imaginary parts by themselves",
  O: "Python objects, which only unpickling can read and which could run code",
  S: "bytes; save codes of an integer dtype",
  U: "text; save codes of an integer dtype",
  V: "raw records; save each field by itself",
  M: "dates; save them as float64 seconds",
  m: "durations; save them as float64 seconds",
  f: "floats of this size; save as float64",
};

/** What `descr` (such as `<f8`) stands for; throws UnsupportedError for what no dtype of ours can hold. */
export function elementType(descr: string): { type: ElementType; littleEndian: boolean } {
  const order = descr[0];
  const code = descr.slice(1);
  if ("<>|=".includes(order) && Object.hasOwn(types, code)) {
    return { type: types[code], littleEndian: order !== ">" };
  }
  const what = refused[code[0]] ?? "an unknown element type";
  throw new UnsupportedError(`parseNpy: descr ${JSON.stringify(descr)} is not supported: ${what}`);
}

const descriptions: Record<DType, string> = {
  float64: "<f8",
  float32: "<f4",
  int32: "<i4",
  uint8: "|u1",
  bool: "|b1",
};

/** `descr` of one of our dtypes. */
export function descrOf(dtype: DType): string {
  return descriptions[dtype];
}

/** An IEEE 754 half: sign, 5 bits of exponent, 10 bits of fraction. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
