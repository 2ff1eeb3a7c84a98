// Misconception: Checking every axis of the request checks the number of axes too.
// file: src/protocol/check-shape.ts
//#region solution 3.3 data type and shape against the model's
if (given.datatype !== spec.datatype) {
  throw badRequest(`${where}: the model takes ${spec.datatype}, found ${given.datatype}`);
}
const fits = given.shape.every(
  (size, axis) => spec.shape[axis] === -1 || spec.shape[axis] === size,
);
if (!fits) {
  throw badRequest(
    `${where}: the model takes a shape of ${text(spec.shape)}, found ${text(given.shape)}`,
  );
}
//#endregion
