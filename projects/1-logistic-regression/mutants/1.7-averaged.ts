// Misconception: a gradient is divided by the number of samples, whatever the loss is.
// file: src/model/logistic-gradient.ts
//#region solution 1.7 gradient of the log loss
const residual = np.multiply(sampleWeight, np.subtract(sigmoid(z), y));
const sums = np.concatenate([
  np.matmul(X.T, residual),
  np.sum(residual, { axis: 0, keepdims: true }),
]);
return np.divide(sums, z.size);
//#endregion
