// Misconception: Only the first axis can be of any size.
// file: src/protocol/check-shape.ts
//#region solution 3.3 data type and shape against the model's
if (given.datatype !== spec.datatype) {
  throw badRequest(`${where}: the model takes ${spec.datatype}, found ${given.datatype}`);
}
const fits =
  given.shape.length === spec.shape.length &&
  given.shape.every(
    (size, axis) => (axis === 0 && spec.shape[0] === -1) || spec.shape[axis] === size,
  );
if (!fits) {
  throw badRequest(
    `${where}: the model takes a shape of ${text(spec.shape)}, found ${text(given.shape)}`,
  );
}
//#endregion
