// Misconception: a column whose deviation is tiny never changes.
// file: src/data/scaler.ts
//#region solution 1.4 mean and standard deviation of each column
const deviation = np.std(X, { axis: 0 });
return { mean: np.mean(X, { axis: 0 }), scale: np.where(np.less(deviation, 1e-9), 1, deviation) };
//#endregion
