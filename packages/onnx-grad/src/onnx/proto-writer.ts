/**
 * Writes protobuf wire format as a list of chunks, so that a message with gigabytes
 * inside is measured and nested without being copied.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
export class ProtoWriter {
  readonly chunks: Uint8Array[] = [];
  length = 0;

  int(field: number, value: number | bigint): void {
    this.#tag(field, 0);
    this.#varint(value);
  }

  float(field: number, value: number): void {
    this.#tag(field, 5);
    this.#push(new Uint8Array(Float32Array.of(value).buffer));
  }

  bytes(field: number, value: Uint8Array): void {
    this.#tag(field, 2);
    this.#varint(value.length);
    this.#push(value);
  }

  string(field: number, value: string): void {
    this.bytes(field, new TextEncoder().encode(value));
  }

  message(field: number, value: ProtoWriter): void {
    this.#tag(field, 2);
    this.#varint(value.length);
    for (const chunk of value.chunks) this.#push(chunk);
  }

  packedInts(field: number, values: readonly (number | bigint)[]): void {
    const packed = new ProtoWriter();
    for (const value of values) packed.#varint(value);
    this.message(field, packed);
  }

  packedFloats(field: number, values: readonly number[]): void {
    this.bytes(field, new Uint8Array(Float32Array.from(values).buffer));
  }

  /** One array with everything written so far. */
  join(): Uint8Array {
    const bytes = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  #push(chunk: Uint8Array): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  #tag(field: number, wireType: number): void {
    this.#varint(field * 8 + wireType);
  }

  /** Seven bits a byte, least significant first; negative numbers as 64-bit two's complement. */
  #varint(value: number | bigint): void {
    const bytes: number[] = [];
    if (typeof value === "number" && value >= 0) {
      let rest = value;
      for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
      bytes.push(rest);
    } else {
      let rest = BigInt.asUintN(64, BigInt(value));
      for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
      bytes.push(Number(rest));
    }
    this.#push(Uint8Array.from(bytes));
  }
}
