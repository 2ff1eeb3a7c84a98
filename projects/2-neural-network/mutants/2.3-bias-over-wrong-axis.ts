// Misconception: The bias gradient is a sum over the outputs of each sample.
// file: src/layers/dense.ts
//#region solution 2.3 dense layer, backward
  return {
    dX: np.matmul(dY, weight.T),
    dWeight: np.matmul(x.T, dY),
    dBias: np.sum(dY, { axis: 1 }),
  };
//#endregion
