// Misconception: A variance divides by N - 1.
// file: src/layers/batch-norm.ts
//#region solution 2.12 batch norm, forward in training
  const mean = np.mean(x, { axis: 0 });
  const centred = np.subtract(x, mean);
  const variance = np.divide(np.sum(np.square(centred), { axis: 0 }), x.shape[0] - 1);
  const inverseDeviation = np.divide(1, np.sqrt(np.add(variance, epsilon)));
  const normalized = np.multiply(centred, inverseDeviation);
  const y = np.add(np.multiply(normalized, gamma), beta);
  return { y, cache: { normalized, inverseDeviation, mean, variance } };
//#endregion
