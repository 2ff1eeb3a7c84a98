// Misconception: probabilities clipped to 1e-15 keep the logarithm finite, and that is all that is
// needed.
// file: src/model/logistic-loss.ts
//#region solution 1.6 log loss from the logits
const p = np.clip(np.sigmoid(z), 1e-15, 1 - 1e-15);
const losses = np.where(
  np.equal(y, 1),
  np.negative(np.log(p)),
  np.negative(np.log(np.subtract(1, p))),
);
return np.dot(sampleWeight, losses);
//#endregion
