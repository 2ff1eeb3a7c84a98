// Misconception: What the shape says is only a comment.
// file: src/tensors/flatten-data.ts
//#region solution 3.1 the elements of nested or flat data
const nested = shape.length > 1 && Array.isArray(data[0]);
return fill(nested ? data.flat(shape.length - 1) : data, datatype, where);
//#endregion
