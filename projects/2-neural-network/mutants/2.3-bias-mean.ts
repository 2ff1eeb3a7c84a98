// Misconception: The bias gradient is the mean over the batch: the loss is a mean, after all.
// file: src/layers/dense.ts
//#region solution 2.3 dense layer, backward
  return {
    dX: np.matmul(dY, weight.T),
    dWeight: np.matmul(x.T, dY),
    dBias: np.mean(dY, { axis: 0 }),
  };
//#endregion
