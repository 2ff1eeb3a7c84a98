// Misconception: The update goes through `up` first.
// file: src/models/lora.ts
//#region solution 4.11 down to the rank, up to the outputs, scaled
  return og.multiply(og.linear(og.linear(x, up), down), scale);
//#endregion
