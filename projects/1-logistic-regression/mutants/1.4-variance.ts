// Misconception: divide by the variance.
// file: src/data/scaler.ts
//#region solution 1.4 standardise with the training statistics
return np.divide(np.subtract(X, scaler.mean), np.square(scaler.scale));
//#endregion
