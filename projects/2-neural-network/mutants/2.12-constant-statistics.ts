// Misconception: The mean and the deviation are constants to the gradient.
// file: src/layers/batch-norm.ts
//#region solution 2.12 batch norm, backward
  const dGamma = np.sum(np.multiply(dY, normalized), { axis: 0 });
  const dBeta = np.sum(dY, { axis: 0 });
  return { dX: np.multiply(dY, np.multiply(gamma, inverseDeviation)), dGamma, dBeta };
//#endregion
