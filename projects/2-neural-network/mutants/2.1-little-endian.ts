// Misconception: Numbers in files are little-endian, as they are in memory.
// file: src/data/idx.ts
//#region solution 2.1 read the idx header and check the byte count
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const axes = bytes[3];
  const start = 4 + 4 * axes;
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis, true));
  const count = shape.reduce((product, size) => product * size, 1);
  if (bytes[2] !== 0x08 || bytes.length !== start + count) throw new IdxError("parseIdx: damaged");
  return { shape, data: bytes.subarray(start) };
//#endregion
