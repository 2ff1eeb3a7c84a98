// Misconception: an interval is always plus and minus 1.96 standard errors.
// file: src/model/odds-ratios.ts
//#region solution 1.14 odds ratios with intervals
const margin = np.multiply(1.959963984540054, errors);
return {
  ratio: np.exp(coef),
  low: np.exp(np.subtract(coef, margin)),
  high: np.exp(np.add(coef, margin)),
};
//#endregion
