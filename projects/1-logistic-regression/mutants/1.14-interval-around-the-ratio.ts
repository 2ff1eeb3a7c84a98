// Misconception: the interval is the ratio plus and minus its error.
// file: src/model/odds-ratios.ts
//#region solution 1.14 odds ratios with intervals
const ratio = np.exp(coef);
const margin = np.multiply(q, np.multiply(ratio, errors));
return { ratio, low: np.subtract(ratio, margin), high: np.add(ratio, margin) };
//#endregion
