// Misconception: the diagonal of the covariance is the standard error.
// file: src/model/odds-ratios.ts
//#region solution 1.14 standard errors from the information
const covariance = np.linalg.inv(information);
return np.sum(np.multiply(covariance, np.eye(covariance.shape[0])), { axis: 0 });
//#endregion
