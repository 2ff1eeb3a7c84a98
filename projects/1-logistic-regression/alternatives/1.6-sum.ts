// Alternative: the margin by a choice instead of a product, and a sum of products instead of a dot product.
// file: src/model/logistic-loss.ts
//#region solution 1.6 log loss from the logits
const margin = np.where(np.equal(y, 1), z, np.negative(z));
const losses = np.subtract(np.log1p(np.exp(np.negative(np.abs(margin)))), np.minimum(margin, 0));
return np.sum(np.multiply(sampleWeight, losses));
//#endregion
