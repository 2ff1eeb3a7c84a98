// Misconception: the sample standard deviation (dividing by N - 1) is the one to scale with.
// file: src/data/scaler.ts
//#region solution 1.4 mean and standard deviation of each column
const mean = np.mean(X, { axis: 0 });
const isConstant = np.equal(np.min(X, { axis: 0 }), np.max(X, { axis: 0 }));
return { mean, scale: np.where(isConstant, 1, np.std(X, { axis: 0, ddof: 1 })) };
//#endregion
