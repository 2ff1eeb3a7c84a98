// Misconception: Number() accepts only numbers.
// file: src/tensors/binary.ts
//#region solution 3.2 split the body where the header says
const length = Number(header);
if (!Number.isInteger(length) || length < 1 || length > body.length) {
  throw badRequest(
    `${BINARY_HEADER}: expected 1 to ${body.length} (the body's bytes), found ${header}`,
  );
}
return { json: body.subarray(0, length), tensors: body.subarray(length) };
//#endregion
