// Misconception: ReLU folds the negative side up.
// file: src/layers/relu.ts
//#region solution 2.4 ReLU, forward
  return np.abs(x);
//#endregion
