// Misconception: The header says how large the array is, so the file need not be measured.
// file: src/data/idx.ts
//#region solution 2.1 read the idx header and check the byte count
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== 0x08) {
    throw new IdxError(`parseIdx: not an idx file of unsigned bytes, type 0x0${bytes[2]?.toString(16)}`);
  }
  const axes = bytes[3];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const start = 4 + 4 * axes;
  return { shape, data: bytes.subarray(start, start + shape.reduce((a, b) => a * b, 1)) };
//#endregion
