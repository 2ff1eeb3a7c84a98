// Misconception: only the true class of a sample has a gradient.
// file: src/model/softmax.ts
//#region solution 1.11 gradient of the cross-entropy
const residual = np.multiply(
  np.multiply(sampleWeight.reshape([-1, 1]), np.subtract(softmax(Z), Y)),
  Y,
);
const dIntercept = np.sum(residual, { axis: 0 }).reshape([-1, 1]);
return np.concatenate([np.matmul(residual.T, X), dIntercept], { axis: 1 });
//#endregion
