// Alternative: X with a column of ones, and one product.
// file: src/model/newton.ts
//#region solution 1.9 Hessian of the log loss
  const p = sigmoid(z);
  const curvature = np.multiply(sampleWeight, np.multiply(p, np.subtract(1, p)));
  const A = np.concatenate([X, np.ones([X.shape[0], 1])], { axis: 1 });
  return np.matmul(A.T, np.multiply(A, curvature.reshape([-1, 1])));
//#endregion
