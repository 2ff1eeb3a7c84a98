// Misconception: one part is for training, the others are for validation.
// file: src/selection/stratified-k-fold.ts
//#region solution 1.12 stratified folds
const random = randomGenerator(seed);
const part = new Array<number>(labels.length);
let next = 0;
for (const rows of rowsByClass(labels)) {
  random.shuffle(rows);
  for (const row of rows) part[row] = next++ % folds;
}
return Array.from({ length: folds }, (_, fold) => ({
  train: [...part.keys()].filter((row) => part[row] === fold),
  validation: [...part.keys()].filter((row) => part[row] !== fold),
}));
//#endregion
