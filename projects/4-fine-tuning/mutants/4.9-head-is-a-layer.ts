// Misconception: There are `layers` layers, so the top is at depth `layers`.
// file: src/training/trainable.ts
//#region solution 4.9 decay once for each layer between the head and the parameter
  return decay ** (layers - depth);
//#endregion
