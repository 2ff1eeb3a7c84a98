// Misconception: the standard deviation of a column that never changes is exactly 0.
// file: src/data/scaler.ts
//#region solution 1.4 mean and standard deviation of each column
const deviation = np.std(X, { axis: 0 });
return { mean: np.mean(X, { axis: 0 }), scale: np.where(np.equal(deviation, 0), 1, deviation) };
//#endregion
