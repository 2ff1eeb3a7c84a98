// Misconception: both factors of A^T W A are weighted.
// file: src/model/newton.ts
//#region solution 1.9 Hessian of the log loss
const p = sigmoid(z);
const curvature = np.multiply(sampleWeight, np.multiply(p, np.subtract(1, p)));
const A = np.concatenate([X, np.ones([X.shape[0], 1])], { axis: 1 });
const weighted = np.multiply(A, curvature.reshape([-1, 1]));
return np.matmul(weighted.T, weighted);
//#endregion
