// Alternative: The backward pass in one formula, with means instead of sums over N.
// file: src/layers/batch-norm.ts
//#region solution 2.12 batch norm, backward
  const means = (values: NDArray) => np.mean(values, { axis: 0 });
  const dGamma = np.sum(np.multiply(dY, normalized), { axis: 0 });
  const dBeta = np.sum(dY, { axis: 0 });
  const scaled = np.multiply(dY, gamma);
  const along = np.multiply(normalized, means(np.multiply(scaled, normalized)));
  const centred = np.subtract(np.subtract(scaled, means(scaled)), along);
  return { dX: np.multiply(centred, inverseDeviation), dGamma, dBeta };
//#endregion
