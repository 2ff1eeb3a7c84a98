// Misconception: The fan-in is the number of rows of the weight.
// file: src/initializers.ts
//#region solution 2.2 He initialisation
  return normal(shape, Math.sqrt(2 / shape[0]), random);
//#endregion
