// Misconception: Both matrices are scaled.
// file: src/models/lora.ts
//#region solution 4.11 down to the rank, up to the outputs, scaled
  return og.multiply(og.linear(og.multiply(og.linear(x, down), scale), up), scale);
//#endregion
