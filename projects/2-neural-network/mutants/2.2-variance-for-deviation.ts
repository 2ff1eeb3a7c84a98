// Misconception: The variance 2 / fanIn is what the normal draws are multiplied by.
// file: src/initializers.ts
//#region solution 2.2 He initialisation
  return normal(shape, 2 / fanIn, random);
//#endregion
