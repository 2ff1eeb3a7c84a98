// Misconception: a random cut of all rows has every class in proportion anyway.
// file: src/data/split.ts
//#region solution 1.1 stratified split
const order = [...randomGenerator(seed).permutation(labels.length).toTyped()];
const testEnd = Math.round(test * order.length);
const validationEnd = testEnd + Math.round(validation * order.length);
return {
  test: order.slice(0, testEnd),
  validation: order.slice(testEnd, validationEnd),
  train: order.slice(validationEnd),
};
//#endregion
