import { bytesOf, bytesPerElement, elementTypeFromCode, newArray } from "./element-type.ts";
import type { ArrayOf, ElementType } from "./element-type.ts";
import type { ExternalLocation, ModelTensor } from "./model.ts";
import {
  append,
  checkKey,
  protoFields,
  protoFloats,
  protoInts,
  protoPair,
  protoText,
} from "./proto-reader.ts";

/** Reads a TensorProto, whose elements stand in `raw_data`, in one of the typed fields, or in an external file. */
export function decodeTensor(message: Uint8Array): ModelTensor {
  let [name, code, isExternal] = ["", 0, false];
  const dims: number[] = [];
  const numbers: (number | bigint)[] = [];
  const external: Record<string, string> = {};
  let raw: Uint8Array | undefined;
  for (const field of protoFields(message)) {
    if (field.number === 1) append(dims, protoInts(field).map(Number));
    else if (field.number === 2) code = Number(field.varint);
    else if (field.number === 4) append(numbers, protoFloats(field));
    else if (field.number === 5 || field.number === 7 || field.number === 11) {
      append(numbers, protoInts(field));
    } else if (field.number === 8) name = protoText(field);
    else if (field.number === 9) raw = field.bytes;
    else if (field.number === 10) append(numbers, protoDoubles(field.bytes));
    else if (field.number === 13) {
      const { key, value } = protoPair(field.bytes);
      external[checkKey(key)] = value;
    } else if (field.number === 14) isExternal = field.varint === 1n;
  }
  const type = elementTypeFromCode(code);
  const count = dims.reduce((product, size) => product * size, 1);
  if (dims.some((size) => size < 0) || !Number.isSafeInteger(count)) {
    throw new RangeError(
      `decodeModel: tensor ${JSON.stringify(name)}: expected sizes >= 0, found [${dims.join(", ")}]`,
    );
  }
  if (isExternal) {
    const length = count * bytesPerElement(type);
    return {
      name,
      type,
      dims,
      bytes: new Uint8Array(0),
      external: locationOf(name, external, length),
    };
  }
  const bytes = raw ?? bytesOf(fromNumbers(type, numbers));
  if (bytes.length !== count * bytesPerElement(type)) {
    throw new RangeError(
      `decodeModel: tensor ${JSON.stringify(name)} of shape [${dims.join(", ")}] needs ${count} ${type} elements, found ${bytes.length} bytes`,
    );
  }
  return { name, type, dims, bytes };
}

function locationOf(name: string, pairs: Record<string, string>, size: number): ExternalLocation {
  const { location, offset = "0", length = String(size) } = pairs;
  // A model may only name files of its own folder.
  if (location === undefined || /[/\\]|^\.\.?$/.test(location) || !/^\d+$/.test(offset)) {
    throw new RangeError(
      `decodeModel: tensor ${JSON.stringify(name)} has external data at ${JSON.stringify(location)}, expected a file beside the model`,
    );
  }
  if (Number(length) !== size) {
    throw new RangeError(
      `decodeModel: tensor ${JSON.stringify(name)} needs ${size} bytes, its external data has ${length}`,
    );
  }
  return { location, offset: Number(offset), length: size };
}

function fromNumbers(
  type: ElementType,
  numbers: readonly (number | bigint)[],
): ArrayOf[ElementType] {
  const array = newArray(type, numbers.length);
  for (const [i, value] of numbers.entries()) {
    if (array instanceof BigInt64Array || array instanceof BigUint64Array) array[i] = BigInt(value);
    else array[i] = Number(value);
  }
  return array;
}

function protoDoubles(bytes: Uint8Array): number[] {
  if (bytes.length % 8 !== 0) throw new RangeError("protobuf: a list of doubles with a broken end");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(i * 8, true));
}
