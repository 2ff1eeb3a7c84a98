// Misconception: The decay grows with the depth: the head is furthest from the words.
// file: src/training/trainable.ts
//#region solution 4.9 decay once for each layer between the head and the parameter
  return decay ** depth;
//#endregion
