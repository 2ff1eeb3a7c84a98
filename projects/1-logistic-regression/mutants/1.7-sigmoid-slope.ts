// Misconception: the chain rule leaves a factor p (1 - p) in the gradient of the log loss.
// file: src/model/logistic-gradient.ts
//#region solution 1.7 gradient of the log loss
const p = sigmoid(z);
const slope = np.multiply(p, np.subtract(1, p));
const residual = np.multiply(sampleWeight, np.multiply(slope, np.subtract(p, y)));
return np.concatenate([np.matmul(X.T, residual), np.sum(residual, { axis: 0, keepdims: true })]);
//#endregion
