// Misconception: take the sigmoid, then its logarithm.
// file: src/model/logistic-loss.ts
//#region solution 1.6 log loss from the logits
const p = np.divide(1, np.add(1, np.exp(np.negative(z))));
const losses = np.where(
  np.equal(y, 1),
  np.negative(np.log(p)),
  np.negative(np.log(np.subtract(1, p))),
);
return np.dot(sampleWeight, losses);
//#endregion
