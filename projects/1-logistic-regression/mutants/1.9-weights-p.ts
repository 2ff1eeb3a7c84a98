// Misconception: each sample weighs p in the Hessian.
// file: src/model/newton.ts
//#region solution 1.9 Hessian of the log loss
const curvature = np.multiply(sampleWeight, sigmoid(z));
const A = np.concatenate([X, np.ones([X.shape[0], 1])], { axis: 1 });
return np.matmul(A.T, np.multiply(A, curvature.reshape([-1, 1])));
//#endregion
