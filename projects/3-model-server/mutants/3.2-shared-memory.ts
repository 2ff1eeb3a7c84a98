// Misconception: A view of the body is as good as a copy, and faster.
// file: src/tensors/binary.ts
//#region solution 3.2 the elements of a binary tensor
if (datatype === "FP16") {
  return float16ToFloat32(new Uint16Array(new Uint8Array(bytes).buffer));
}
if (datatype === "BOOL" && bytes.some((value) => value > 1)) {
  throw badRequest(`${where}: a BOOL is a byte of 0 or 1`);
}
if (info.bytes === 1) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
return info.view(new Uint8Array(bytes).buffer);
//#endregion
