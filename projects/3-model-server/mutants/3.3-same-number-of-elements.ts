// Misconception: A shape fits when it holds as many elements.
// file: src/protocol/check-shape.ts
//#region solution 3.3 data type and shape against the model's
if (given.datatype !== spec.datatype) {
  throw badRequest(`${where}: the model takes ${spec.datatype}, found ${given.datatype}`);
}
const product = (shape: readonly number[]) => shape.reduce((a, b) => a * Math.abs(b), 1);
const fits = spec.shape.includes(-1) || product(given.shape) === product(spec.shape);
if (!fits) {
  throw badRequest(
    `${where}: the model takes a shape of ${text(spec.shape)}, found ${text(given.shape)}`,
  );
}
//#endregion
