// Misconception: every table is standardised with its own mean and deviation.
// file: src/data/scaler.ts
//#region solution 1.4 standardise with the training statistics
const own = fitScaler(X);
return np.divide(np.subtract(X, own.mean), own.scale);
//#endregion
