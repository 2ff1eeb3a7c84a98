// Misconception: (1 + tanh(z / 2)) / 2 is exact and needs no case distinction.
// file: src/model/sigmoid.ts
//#region solution 1.5 sigmoid, stable for large |z|
return np.divide(np.add(1, np.tanh(np.divide(z, 2))), 2);
//#endregion
