/** An array as an idx file holds it. */
export interface IdxArray {
  /** Sizes of the axes, first axis first: `[60000, 28, 28]` for MNIST's images. */
  shape: number[];
  /** The bytes, last axis fastest. */
  data: Uint8Array;
}

/** What is wrong with an idx file, in words that name the file's field. */
export class IdxError extends Error {
  override name = "IdxError";
}

/**
 * Reads an uncompressed idx file of unsigned bytes, the format MNIST comes in:
 *
 * ```
 * byte 0, 1   zero
 * byte 2      element type, 0x08 for unsigned bytes
 * byte 3      number of axes, R
 * next 4 R    the size of each axis, big-endian unsigned 32-bit integers
 * the rest    the elements, last axis fastest
 * ```
 *
 * @throws IdxError when the magic number, the element type or the number of bytes is not as above
 */
export function parseIdx(bytes: Uint8Array): IdxArray {
  //#region solution 2.1 read the idx header and check the byte count
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0) {
    throw new IdxError("parseIdx: not an idx file, the first two bytes must be zero");
  }
  if (bytes[2] !== 0x08) {
    throw new IdxError(
      `parseIdx: element type must be 0x08 (unsigned byte), found 0x0${bytes[2].toString(16)}`,
    );
  }
  const axes = bytes[3];
  const start = 4 + 4 * axes;
  if (bytes.length < start) {
    throw new IdxError(`parseIdx: the header needs ${start} bytes, the file has ${bytes.length}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const count = shape.reduce((product, size) => product * size, 1);
  if (bytes.length !== start + count) {
    throw new IdxError(
      `parseIdx: shape (${shape.join(", ")}) needs ${start + count} bytes, the file has ${bytes.length}`,
    );
  }
  return { shape, data: bytes.subarray(start) };
  //#endregion
}
