// Misconception: exp(z) / (1 + exp(z)) is the same function.
// file: src/model/sigmoid.ts
//#region solution 1.5 sigmoid, stable for large |z|
const power = np.exp(z);
return np.divide(power, np.add(1, power));
//#endregion
