// Misconception: the sample weights belong to the features; the intercept has none.
// file: src/model/logistic-gradient.ts
//#region solution 1.7 gradient of the log loss
const residual = np.subtract(sigmoid(z), y);
const dIntercept = np.sum(residual, { axis: 0, keepdims: true });
return np.concatenate([np.matmul(X.T, np.multiply(sampleWeight, residual)), dIntercept]);
//#endregion
