// Misconception: log(1 + x) is as good as log1p(x).
// file: src/model/logistic-loss.ts
//#region solution 1.6 log loss from the logits
const margin = np.multiply(np.subtract(np.multiply(2, y), 1), z);
const shortfall = np.maximum(np.negative(margin), 0);
const losses = np.add(shortfall, np.log(np.add(1, np.exp(np.negative(np.abs(margin))))));
return np.dot(sampleWeight, losses);
//#endregion
