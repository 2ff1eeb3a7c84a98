import { float16ToFloat32, float32ToFloat16 } from "@ml-roadmap/safetensors";
import { badRequest } from "../problem.ts";
import { datatypes, float32, type Datatype, type TensorData } from "./datatype.ts";

/** The header that says how many bytes of a body are JSON; binary tensors follow them. */
export const BINARY_HEADER = "inference-header-content-length";

/**
 * Splits a body of the binary tensor extension into its JSON and the bytes of its tensors.
 *
 * @param body the whole body
 * @param header what `Inference-Header-Content-Length` said
 * @throws Problem 400 unless the header is a whole number from 1 to the body's length
 */
export function splitBinaryBody(body: Buffer, header: string): { json: Buffer; tensors: Buffer } {
  //#region solution 3.2 split the body where the header says
  const length = Number(header);
  if (!/^\d+$/.test(header) || length < 1 || length > body.length) {
    throw badRequest(
      `${BINARY_HEADER}: expected 1 to ${body.length} (the body's bytes), found ${header}`,
    );
  }
  return { json: body.subarray(0, length), tensors: body.subarray(length) };
  //#endregion
}

/**
 * The elements of a binary tensor: little-endian, in C order; an element of BYTES is its length in four
 * bytes and then itself.
 *
 * @param bytes exactly the tensor's
 * @param count elements that its shape holds
 * @throws Problem 400 when the bytes are too few or too many
 */
export function readBinaryTensor(
  bytes: Buffer,
  datatype: Datatype,
  count: number,
  where: string,
): TensorData {
  if (datatype === "BYTES") return readTexts(bytes, count, where);
  const info = datatypes[datatype];
  if (bytes.length !== count * info.bytes) {
    throw badRequest(
      `${where}: ${count} elements of ${datatype} are ${count * info.bytes} bytes, found ${bytes.length}`,
    );
  }
  //#region solution 3.2 the elements of a binary tensor
  // A typed array must begin at a multiple of its element's size: copy to a buffer of its own.
  const own = new Uint8Array(bytes).buffer;
  if (datatype === "FP16") return float16ToFloat32(new Uint16Array(own));
  if (datatype === "BOOL" && bytes.some((value) => value > 1)) {
    throw badRequest(`${where}: a BOOL is a byte of 0 or 1`);
  }
  return info.view(own);
  //#endregion
}

function readTexts(bytes: Buffer, count: number, where: string): string[] {
  const texts: string[] = [];
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let at = 0;
  while (at + 4 <= bytes.length && texts.length < count) {
    const length = bytes.readUInt32LE(at);
    if (at + 4 + length > bytes.length) break;
    try {
      texts.push(decoder.decode(bytes.subarray(at + 4, at + 4 + length)));
    } catch {
      throw badRequest(`${where}: element ${texts.length} is no text in UTF-8`);
    }
    at += 4 + length;
  }
  if (texts.length !== count || at !== bytes.length) {
    throw badRequest(
      `${where}: expected ${count} elements of BYTES (a length of four bytes, then the element) in ${bytes.length} bytes, found ${texts.length} in ${at}`,
    );
  }
  return texts;
}

/** The inverse of `readBinaryTensor`. */
export function writeBinaryTensor(data: TensorData, datatype: Datatype): Buffer {
  if (Array.isArray(data)) {
    return Buffer.concat(
      data.flatMap((text) => {
        const bytes = Buffer.from(text);
        const length = Buffer.alloc(4);
        length.writeUInt32LE(bytes.length);
        return [length, bytes];
      }),
    );
  }
  const stored = datatype === "FP16" ? float32ToFloat16(float32(data)) : data;
  return Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
}
