// Misconception: What is blocked is the negative gradient, not the gradient of a negative input.
// file: src/layers/relu.ts
//#region solution 2.4 ReLU, backward
  return np.add(np.maximum(dY, 0), np.multiply(x, 0));
//#endregion
