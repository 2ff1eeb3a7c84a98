// Misconception: every class is dealt from the first part on.
// file: src/selection/stratified-k-fold.ts
//#region solution 1.12 stratified folds
const random = randomGenerator(seed);
const part = new Array<number>(labels.length);
for (const rows of rowsByClass(labels)) {
  random.shuffle(rows);
  for (const [i, row] of rows.entries()) part[row] = i % folds;
}
return Array.from({ length: folds }, (_, fold) => ({
  train: [...part.keys()].filter((row) => part[row] !== fold),
  validation: [...part.keys()].filter((row) => part[row] === fold),
}));
//#endregion
