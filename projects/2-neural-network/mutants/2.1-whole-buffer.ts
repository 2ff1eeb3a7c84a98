// Misconception: A Uint8Array always begins at byte 0 of its buffer.
// file: src/data/idx.ts
//#region solution 2.1 read the idx header and check the byte count
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0) throw new IdxError("parseIdx: not an idx file");
  if (bytes[2] !== 0x08) throw new IdxError(`parseIdx: type 0x0${bytes[2].toString(16)}`);
  const axes = bytes[3];
  const start = 4 + 4 * axes;
  if (bytes.length < start) throw new IdxError("parseIdx: the header is cut off");
  const view = new DataView(bytes.buffer);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const count = shape.reduce((product, size) => product * size, 1);
  if (bytes.length !== start + count) {
    throw new IdxError(`parseIdx: shape (${shape.join(", ")}) needs ${start + count} bytes, the file has ${bytes.length}`);
  }
  return { shape, data: bytes.subarray(start) };
//#endregion
