// Misconception: a weight for each sample can be multiplied in without reshaping.
// file: src/model/softmax.ts
//#region solution 1.11 gradient of the cross-entropy
const residual = np.multiply(np.subtract(softmax(Z), Y).T, sampleWeight);
const dIntercept = np.sum(residual, { axis: 0 });
return np.concatenate([np.matmul(residual, X), dIntercept.at(`:${Y.shape[1]}`).reshape([-1, 1])], {
  axis: 1,
});
//#endregion
