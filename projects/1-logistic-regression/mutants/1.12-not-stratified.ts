// Misconception: shuffled rows dealt in turn are stratified well enough.
// file: src/selection/stratified-k-fold.ts
//#region solution 1.12 stratified folds
const order = [...randomGenerator(seed).permutation(labels.length).toTyped()];
return Array.from({ length: folds }, (_, fold) => ({
  train: order.filter((__, i) => i % folds !== fold).sort((a, b) => a - b),
  validation: order.filter((__, i) => i % folds === fold).sort((a, b) => a - b),
}));
//#endregion
