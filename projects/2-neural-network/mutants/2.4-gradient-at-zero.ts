// Misconception: The derivative of max(x, 0) at 0 is 1.
// file: src/layers/relu.ts
//#region solution 2.4 ReLU, backward
  return np.where(np.greaterEqual(x, 0), dY, 0);
//#endregion
