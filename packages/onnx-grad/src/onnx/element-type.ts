/** The typed array that holds each ONNX element type. float16 and bfloat16 are held as bits, bool as 0 or 1. */
export type ArrayOf = {
  float32: Float32Array;
  uint8: Uint8Array;
  int8: Int8Array;
  uint16: Uint16Array;
  int16: Int16Array;
  int32: Int32Array;
  int64: BigInt64Array;
  bool: Uint8Array;
  float16: Uint16Array;
  float64: Float64Array;
  uint32: Uint32Array;
  uint64: BigUint64Array;
  bfloat16: Uint16Array;
};

export type ElementType = keyof ArrayOf;

type ArrayType = {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): ArrayOf[ElementType];
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): ArrayOf[ElementType];
};

/** `code` is TensorProto.DataType of onnx.proto. */
const types: { readonly [T in ElementType]: { readonly code: number; readonly array: ArrayType } } =
  {
    float32: { code: 1, array: Float32Array },
    uint8: { code: 2, array: Uint8Array },
    int8: { code: 3, array: Int8Array },
    uint16: { code: 4, array: Uint16Array },
    int16: { code: 5, array: Int16Array },
    int32: { code: 6, array: Int32Array },
    int64: { code: 7, array: BigInt64Array },
    bool: { code: 9, array: Uint8Array },
    float16: { code: 10, array: Uint16Array },
    float64: { code: 11, array: Float64Array },
    uint32: { code: 12, array: Uint32Array },
    uint64: { code: 13, array: BigUint64Array },
    bfloat16: { code: 16, array: Uint16Array },
  };

export function isElementType(name: string): name is ElementType {
  return Object.hasOwn(types, name);
}

const byCode = new Map<number, ElementType>(
  Object.entries(types).flatMap(([name, { code }]) => (isElementType(name) ? [[code, name]] : [])),
);

export function elementTypeCode(type: ElementType): number {
  return types[type].code;
}

/** Throws `RangeError` for types without a typed array (string, complex, 4-bit and 8-bit floats). */
export function elementTypeFromCode(code: number): ElementType {
  const type = byCode.get(code);
  if (type === undefined) throw new RangeError(`ONNX: element type ${code} is not supported`);
  return type;
}

export function bytesPerElement(type: ElementType): number {
  return types[type].array.BYTES_PER_ELEMENT;
}

export function newArray(type: ElementType, length: number): ArrayOf[ElementType] {
  return new types[type].array(length);
}

export function isArrayOf<T extends ElementType>(type: T, data: unknown): data is ArrayOf[T] {
  return data instanceof types[type].array;
}

/** The elements that `bytes` (little-endian) hold: a view where they are aligned, else a copy. */
export function elementsOf(type: ElementType, bytes: Uint8Array): ArrayOf[ElementType] {
  const { array } = types[type];
  const size = array.BYTES_PER_ELEMENT;
  if (bytes.byteLength % size !== 0) {
    throw new RangeError(
      `ONNX: ${bytes.byteLength} bytes are no whole number of ${type} elements of ${size} bytes`,
    );
  }
  // Not `slice`: that of a Buffer, as files are read into, is no copy.
  const aligned = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
  return new array(aligned.buffer, aligned.byteOffset, aligned.byteLength / size);
}

/** The bytes of `data` itself, not a copy. */
export function bytesOf(data: ArrayOf[ElementType]): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** The same for float32. */
export function floatsOf(bytes: Uint8Array): Float32Array {
  const elements = elementsOf("float32", bytes);
  if (elements instanceof Float32Array) return elements;
  throw new TypeError("ONNX: expected float32 elements");
}
