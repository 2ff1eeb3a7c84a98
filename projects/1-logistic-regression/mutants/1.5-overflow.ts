// Misconception: 1 / (1 + exp(-z)) is fine for every z: where exp overflows, the result is 0
// anyway.
// file: src/model/sigmoid.ts
//#region solution 1.5 sigmoid, stable for large |z|
return np.divide(1, np.add(1, np.exp(np.negative(z))));
//#endregion
