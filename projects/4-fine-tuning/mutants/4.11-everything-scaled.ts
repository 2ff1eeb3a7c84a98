// Misconception: The merged weight is scaled as the update was.
// file: src/models/lora.ts
//#region solution 4.11 the update as one matrix, added to the weight
  return np.multiply(np.add(weight, np.matmul(up, down)), scale);
//#endregion
