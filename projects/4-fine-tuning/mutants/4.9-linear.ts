// Misconception: The factor falls by the same amount with every layer.
// file: src/training/trainable.ts
//#region solution 4.9 decay once for each layer between the head and the parameter
  return Math.max(0, 1 - (1 - decay) * (layers + 1 - depth));
//#endregion
