// Misconception: each part is drawn from all rows: test first, then validation from the same
// beginning.
// file: src/data/split.ts
//#region solution 1.1 stratified split
const random = randomGenerator(seed);
const split: Split = { train: [], validation: [], test: [] };
for (const rows of rowsByClass(labels)) {
  random.shuffle(rows);
  const testEnd = Math.round(test * rows.length);
  const validationEnd = Math.round(validation * rows.length);
  split.test.push(...rows.slice(0, testEnd));
  split.validation.push(...rows.slice(0, validationEnd));
  split.train.push(...rows.slice(validationEnd));
}
return split;
//#endregion
