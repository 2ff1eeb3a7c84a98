// Misconception: a loss is always a mean.
// file: src/model/logistic-loss.ts
//#region solution 1.6 log loss from the logits
const margin = np.multiply(np.subtract(np.multiply(2, y), 1), z);
const shortfall = np.maximum(np.negative(margin), 0);
const losses = np.add(shortfall, np.log1p(np.exp(np.negative(np.abs(margin)))));
return np.dot(sampleWeight, losses) / z.size;
//#endregion
