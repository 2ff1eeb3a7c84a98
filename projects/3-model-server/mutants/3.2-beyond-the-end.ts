// Misconception: A header never promises more than there is.
// file: src/tensors/binary.ts
//#region solution 3.2 split the body where the header says
const length = Number(header);
if (!/^\d+$/.test(header)) throw badRequest(`${BINARY_HEADER}: expected 1 to ${body.length}`);
return { json: body.subarray(0, length), tensors: body.subarray(length) };
//#endregion
