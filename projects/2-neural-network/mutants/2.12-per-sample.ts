// Misconception: Each sample is normalised by its own mean and deviation.
// file: src/layers/batch-norm.ts
//#region solution 2.12 batch norm, forward in training
  const mean = np.mean(x, { axis: 1, keepdims: true });
  const centred = np.subtract(x, mean);
  const variance = np.mean(np.square(centred), { axis: 1, keepdims: true });
  const inverseDeviation = np.divide(1, np.sqrt(np.add(variance, epsilon)));
  const normalized = np.multiply(centred, inverseDeviation);
  const y = np.add(np.multiply(normalized, gamma), beta);
  return { y, cache: { normalized, inverseDeviation, mean, variance } };
//#endregion
