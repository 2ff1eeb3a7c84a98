// Misconception: Xavier is He with another name: only the inputs count.
// file: src/initializers.ts
//#region solution 2.2 Xavier initialisation
  return normal(shape, Math.sqrt(2 / fanIn), random);
//#endregion
