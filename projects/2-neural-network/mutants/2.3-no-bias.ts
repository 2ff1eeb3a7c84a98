// Misconception: A bias that starts at zero can be left out of the forward pass.
// file: src/layers/dense.ts
//#region solution 2.3 dense layer, forward
  return np.add(np.matmul(x, weight), np.multiply(bias, 0));
//#endregion
