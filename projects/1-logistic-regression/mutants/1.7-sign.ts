// Misconception: the residual is y - p.
// file: src/model/logistic-gradient.ts
//#region solution 1.7 gradient of the log loss
const residual = np.multiply(sampleWeight, np.subtract(y, sigmoid(z)));
return np.concatenate([np.matmul(X.T, residual), np.sum(residual, { axis: 0, keepdims: true })]);
//#endregion
