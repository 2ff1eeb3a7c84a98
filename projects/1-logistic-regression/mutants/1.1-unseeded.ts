// Misconception: any source of random numbers will do; the seed is only for show.
// file: src/data/split.ts
//#region solution 1.1 stratified split
const split: Split = { train: [], validation: [], test: [] };
for (const rows of rowsByClass(labels)) {
  const shuffled = rows
    .map((row) => [Math.random(), row])
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
  const testEnd = Math.round(test * rows.length);
  const validationEnd = testEnd + Math.round(validation * rows.length);
  split.test.push(...shuffled.slice(0, testEnd));
  split.validation.push(...shuffled.slice(testEnd, validationEnd));
  split.train.push(...shuffled.slice(validationEnd));
}
return split;
//#endregion
