// Misconception: axis 1 runs over the columns, so it gives a statistic for each column.
// file: src/data/scaler.ts
//#region solution 1.4 mean and standard deviation of each column
return { mean: np.mean(X, { axis: 1 }), scale: np.std(X, { axis: 1 }) };
//#endregion
