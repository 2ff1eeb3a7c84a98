// Misconception: the rows of a class are in no particular order, so they need no shuffling.
// file: src/data/split.ts
//#region solution 1.1 stratified split
const split: Split = { train: [], validation: [], test: [] };
for (const rows of rowsByClass(labels)) {
  const testEnd = Math.round(test * rows.length);
  const validationEnd = testEnd + Math.round(validation * rows.length);
  split.test.push(...rows.slice(0, testEnd));
  split.validation.push(...rows.slice(testEnd, validationEnd));
  split.train.push(...rows.slice(validationEnd));
}
return split;
//#endregion
