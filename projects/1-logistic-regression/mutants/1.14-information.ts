// Misconception: the information's diagonal says how uncertain a coefficient is.
// file: src/model/odds-ratios.ts
//#region solution 1.14 standard errors from the information
return np.sqrt(np.sum(np.multiply(information, np.eye(information.shape[0])), { axis: 0 }));
//#endregion
