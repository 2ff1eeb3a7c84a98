// Misconception: sample weights do not concern the intercepts.
// file: src/model/softmax.ts
//#region solution 1.11 gradient of the cross-entropy
const residual = np.subtract(softmax(Z), Y);
const weighted = np.multiply(sampleWeight.reshape([-1, 1]), residual);
const dIntercept = np.sum(residual, { axis: 0 }).reshape([-1, 1]);
return np.concatenate([np.matmul(weighted.T, X), dIntercept], { axis: 1 });
//#endregion
