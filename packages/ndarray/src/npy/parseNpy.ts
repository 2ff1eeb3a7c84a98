import { allocate } from "../core/dtype.ts";
import type { DType, TypedArray } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { cStrides, formatShape } from "../core/shape.ts";
import { descrOf, elementType } from "./elementType.ts";
import type { ElementType } from "./elementType.ts";
import { parseHeader } from "./header.ts";
import { NpyError } from "./npyError.ts";

export interface NpyOptions {
  /**
   * What int64, uint64 and uint32 become: "int32" (the default) or "float64", which is exact up to
   * 2^53. A value that does not fit throws RangeError.
   */
  readonly wideIntegers?: "int32" | "float64";
}

const platformIsLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * The array in the bytes of a `.npy` file, copied out of them. float16 becomes float32; int8, int16
 * and uint16 become int32; big-endian data is turned round; Fortran order becomes a transposed view.
 *
 * Throws NpyError when the bytes are not sound, UnsupportedError for element types that no dtype can
 * hold (complex, text, dates, objects).
 */
export function parseNpy(bytes: Uint8Array, options: NpyOptions = {}): NDArray {
  const { descr, fortranOrder, shape, data: start } = parseHeader(bytes);
  const { type, littleEndian } = elementType(descr);
  const size = shape.reduce((product, n) => product * n, 1);
  const found = bytes.length - start;
  if (size * type.bytes !== found) {
    throw new NpyError(
      `parseNpy: shape ${formatShape(shape)} of ${type.name} takes ${size * type.bytes} bytes, the file has ${found}; it is truncated or altered`,
    );
  }
  const dtype = type.wide === true ? (options.wideIntegers ?? type.dtype) : type.dtype;
  const data = allocate(dtype, size);
  const isNative = descrOf(dtype).slice(1) === descr.slice(1) && type.name !== "bool";
  if (isNative && (littleEndian === platformIsLittleEndian || type.bytes === 1)) {
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength).set(bytes.subarray(start));
  } else {
    convert(bytes.subarray(start), type, littleEndian, dtype, data);
  }
  if (!fortranOrder) return new NDArray(data, shape, dtype);
  return new NDArray(data, shape, dtype, cStrides(shape.toReversed()).reverse());
}

function convert(
  bytes: Uint8Array,
  type: ElementType,
  littleEndian: boolean,
  dtype: DType,
  data: TypedArray,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < data.length; i++) {
    const value = type.read(view, i * type.bytes, littleEndian);
    data[i] = Number(value);
    if (type.wide === true && !(BigInt(data[i]) === BigInt(value) && isSafe(data[i], dtype))) {
      const remedy = dtype === "int32" ? '; pass { wideIntegers: "float64" }' : " exactly";
      throw new RangeError(
        `parseNpy: the ${type.name} ${value} (element ${i}) does not fit ${dtype}${remedy}`,
      );
    }
  }
}

/** Beyond 2^53 a double stands for its neighbours too. */
function isSafe(value: number, dtype: DType): boolean {
  return dtype === "int32" || Number.isSafeInteger(value);
}
