/** One field of a message. Length-delimited payloads are views, not copies. */
export type ProtoField = {
  readonly number: number;
  readonly wireType: number;
  /** The value of wire type 0 (varint), as 64 bits two's complement. */
  readonly varint: bigint;
  /** The payload of wire types 1 (8 bytes), 2 (length-delimited) and 5 (4 bytes). */
  readonly bytes: Uint8Array;
};

const none = new Uint8Array(0);

/**
 * Yields the fields of a protobuf message in order. Throws `RangeError` when the bytes end
 * inside a field, or on a wire type that proto3 does not use.
 */
export function* protoFields(message: Uint8Array): Generator<ProtoField> {
  let at = 0;

  function varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      if (at >= message.length) throw new RangeError("protobuf: ends inside a number");
      const byte = message[at];
      at += 1;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asIntN(64, value);
    }
    throw new RangeError("protobuf: a number is longer than 64 bits");
  }

  function take(length: number): Uint8Array {
    if (length < 0 || length > message.length - at) {
      throw new RangeError(
        `protobuf: a field of ${length} bytes, but only ${message.length - at} are left`,
      );
    }
    at += length;
    return message.subarray(at - length, at);
  }

  while (at < message.length) {
    const tag = Number(varint());
    const [number, wireType] = [Math.floor(tag / 8), tag & 7];
    if (number < 1) throw new RangeError(`protobuf: field number ${number}`);
    if (wireType === 0) yield { number, wireType, varint: varint(), bytes: none };
    else if (wireType === 1) yield { number, wireType, varint: 0n, bytes: take(8) };
    else if (wireType === 2) yield { number, wireType, varint: 0n, bytes: take(Number(varint())) };
    else if (wireType === 5) yield { number, wireType, varint: 0n, bytes: take(4) };
    else throw new RangeError(`protobuf: wire type ${wireType} is not used by ONNX`);
  }
}

export function protoText(field: ProtoField): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(field.bytes);
  } catch {
    throw new RangeError("protobuf: a text that is not UTF-8");
  }
}

export function protoFloat(field: ProtoField): number {
  const { buffer, byteOffset, byteLength } = field.bytes;
  if (byteLength !== 4) throw new RangeError("protobuf: expected a 4-byte float");
  return new DataView(buffer, byteOffset, 4).getFloat32(0, true);
}

/** The numbers of a repeated field, packed into one payload or one by one. */
export function protoInts(field: ProtoField): bigint[] {
  if (field.wireType === 0) return [field.varint];
  const numbers: bigint[] = [];
  // A packed list is a run of bare varints: give each a tag (field 1, varint) and read it as a message.
  for (let start = 0, at = 0; at < field.bytes.length; at += 1) {
    if (field.bytes[at] > 127 && at < field.bytes.length - 1) continue;
    const one = Uint8Array.of(8, ...field.bytes.subarray(start, at + 1));
    for (const { varint } of protoFields(one)) numbers.push(varint);
    start = at + 1;
  }
  return numbers;
}

/** The floats of a repeated field, packed or one by one. */
export function protoFloats(field: ProtoField): number[] {
  const { buffer, byteOffset, byteLength } = field.bytes;
  if (byteLength % 4 !== 0) throw new RangeError("protobuf: a list of floats with a broken end");
  const view = new DataView(buffer, byteOffset, byteLength);
  return Array.from({ length: byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
}

/** A StringStringEntryProto. */
export function protoPair(bytes: Uint8Array): { key: string; value: string } {
  let [key, value] = ["", ""];
  for (const field of protoFields(bytes)) {
    if (field.number === 1) key = protoText(field);
    else if (field.number === 2) value = protoText(field);
  }
  return { key, value };
}

/** Appends `more`, which may be too long for the arguments of one `push`. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}

/** `key` itself; throws on the one name that a plain object cannot hold. */
export function checkKey(key: string): string {
  if (key === "__proto__") throw new RangeError("decodeModel: __proto__ cannot be a name");
  return key;
}
