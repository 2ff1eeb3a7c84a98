// Misconception: Half precision numbers can be read as 16-bit integers.
// file: src/tensors/binary.ts
//#region solution 3.2 the elements of a binary tensor
const own = new Uint8Array(bytes).buffer;
if (datatype === "FP16") return Float32Array.from(new Uint16Array(own));
if (datatype === "BOOL" && bytes.some((value) => value > 1)) {
  throw badRequest(`${where}: a BOOL is a byte of 0 or 1`);
}
return info.view(own);
//#endregion
