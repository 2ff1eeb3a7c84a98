// Misconception: Data that is flattened all the way has the right elements, whatever its nesting.
// file: src/tensors/flatten-data.ts
//#region solution 3.1 the elements of nested or flat data
const elements = data.flat(Infinity);
if (elements.length !== count) {
  throw badRequest(
    `${where}: a shape of ${shapeText} needs ${count} elements, found ${elements.length}`,
  );
}
return fill(elements, datatype, where);
//#endregion
