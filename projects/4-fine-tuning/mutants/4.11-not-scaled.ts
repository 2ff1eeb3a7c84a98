// Misconception: The scale is a matter of the learning rate.
// file: src/models/lora.ts
//#region solution 4.11 down to the rank, up to the outputs, scaled
  return og.linear(og.linear(x, down), up);
//#endregion
