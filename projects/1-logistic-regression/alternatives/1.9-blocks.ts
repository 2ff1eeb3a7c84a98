// Alternative: the Hessian put together from X^T W X, X^T w and the sum of w.
// file: src/model/newton.ts
//#region solution 1.9 Hessian of the log loss
const p = sigmoid(z);
const w = np.multiply(sampleWeight, np.multiply(p, np.subtract(1, p)));
const [, features] = X.shape;
const H = np.zeros([features + 1, features + 1]);
const edge = np.matmul(X.T, w);
H.set(np.matmul(np.multiply(X.T, w), X), ":-1", ":-1");
H.set(edge, ":-1", -1);
H.set(edge, -1, ":-1");
H.set(np.sum(w), -1, -1);
return H;
//#endregion
