// Misconception: Alpha divided by the rank is what the update is divided by.
// file: src/models/lora.ts
//#region solution 4.11 the update as one matrix, added to the weight
  return np.add(weight, np.divide(np.matmul(up, down), scale));
//#endregion
