import { DTypeError, UnsupportedError } from "./errors.ts";

/** Element types. `bool` is stored as 0 and 1 in a `Uint8Array`. */
export type DType = "float64" | "float32" | "int32" | "uint8" | "bool";

/** The buffer behind an array of each dtype. */
export interface DTypeArrays {
  float64: Float64Array;
  float32: Float32Array;
  int32: Int32Array;
  uint8: Uint8Array;
  bool: Uint8Array;
}

export type ArrayOf<D extends DType> = DTypeArrays[D];
export type TypedArray = Float64Array | Float32Array | Int32Array | Uint8Array;

const constructors: { readonly [D in DType]: new (size: number) => DTypeArrays[D] } = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
};

const names = Object.keys(constructors).join(", ");

/** Returns the dtype when it is one of ours; throws by name for NumPy's others. */
export function checkDType(operation: string, dtype: string): DType {
  if (isDType(dtype)) return dtype;
  throw new UnsupportedError(`${operation}: dtype ${dtype} is not supported; use one of ${names}`);
}

function isDType(name: string): name is DType {
  return Object.hasOwn(constructors, name);
}

/** The dtype of a bare buffer: a `Uint8Array` is taken for `uint8`. */
export function dtypeOfBuffer(data: TypedArray): DType {
  if (data instanceof Float64Array) return "float64";
  if (data instanceof Float32Array) return "float32";
  if (data instanceof Int32Array) return "int32";
  if (data instanceof Uint8Array) return "uint8";
  const found = Object.prototype.toString.call(data).slice(8, -1);
  throw new DTypeError(
    `expected a Float64Array, Float32Array, Int32Array or Uint8Array, got ${found}`,
  );
}

/** Gives a buffer from elsewhere than the collected memory, or undefined to leave it at that. */
export type Allocator = <D extends DType>(
  dtype: D,
  size: number,
  zeroed: boolean,
) => ArrayOf<D> | undefined;

let allocator: Allocator | undefined;

/** Sets where buffers come from; undefined is the collected memory. Returns what was set before. */
export function allocateWith(next: Allocator | undefined): Allocator | undefined {
  const before = allocator;
  allocator = next;
  return before;
}

/** A zero-filled buffer of `size` elements; every array this package makes gets its memory here. */
export function allocate<D extends DType>(dtype: D, size: number): ArrayOf<D> {
  return allocator?.(dtype, size, true) ?? collected(dtype, size);
}

/** As `allocate`, for a buffer that is written from end to end before it is read. */
export function allocateUnset<D extends DType>(dtype: D, size: number): ArrayOf<D> {
  return allocator?.(dtype, size, false) ?? collected(dtype, size);
}

function collected<D extends DType>(dtype: D, size: number): ArrayOf<D> {
  try {
    return new constructors[dtype](size);
  } catch (cause) {
    throw new RangeError(`cannot allocate ${size} elements of ${dtype}`, { cause });
  }
}

export function isFloat(dtype: DType): dtype is "float64" | "float32" {
  return dtype === "float64" || dtype === "float32";
}
