// Misconception: clipping z to -30 ... 30 changes nothing that matters.
// file: src/model/sigmoid.ts
//#region solution 1.5 sigmoid, stable for large |z|
return np.divide(1, np.add(1, np.exp(np.negative(np.clip(z, -30, 30)))));
//#endregion
