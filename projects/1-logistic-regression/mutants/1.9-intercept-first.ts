// Misconception: where the column of ones stands does not matter.
// file: src/model/newton.ts
//#region solution 1.9 Hessian of the log loss
const p = sigmoid(z);
const curvature = np.multiply(sampleWeight, np.multiply(p, np.subtract(1, p)));
const A = np.concatenate([np.ones([X.shape[0], 1]), X], { axis: 1 });
return np.matmul(A.T, np.multiply(A, curvature.reshape([-1, 1])));
//#endregion
