// Misconception: dealing the rows out in turn mixes them enough.
// file: src/selection/stratified-k-fold.ts
//#region solution 1.12 stratified folds
const part = new Array<number>(labels.length);
let next = 0;
for (const rows of rowsByClass(labels)) for (const row of rows) part[row] = next++ % folds;
return Array.from({ length: folds }, (_, fold) => ({
  train: [...part.keys()].filter((row) => part[row] !== fold),
  validation: [...part.keys()].filter((row) => part[row] === fold),
}));
//#endregion
