// Alternative: the sums written out.
// file: src/model/logistic-gradient.ts
//#region solution 1.7 gradient of the log loss
const [rows, features] = X.shape;
const gradient = np.zeros([features + 1]);
const p = sigmoid(z);
for (let i = 0; i < rows; i++) {
  const residual = sampleWeight.get(i) * (p.get(i) - y.get(i));
  for (let j = 0; j < features; j++) gradient.set(gradient.get(j) + residual * X.get(i, j), j);
  gradient.set(gradient.get(features) + residual, features);
}
return gradient;
//#endregion
