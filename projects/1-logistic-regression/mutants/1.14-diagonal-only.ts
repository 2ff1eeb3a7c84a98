// Misconception: the inverse's diagonal is one over the diagonal.
// file: src/model/odds-ratios.ts
//#region solution 1.14 standard errors from the information
const size = information.shape[0];
const diagonal = np.sum(np.multiply(information, np.eye(size)), { axis: 0 });
return np.sqrt(np.divide(1, diagonal));
//#endregion
