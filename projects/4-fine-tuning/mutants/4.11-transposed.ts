// Misconception: A layer's weight is (inputs, outputs), so the update is down^T up^T.
// file: src/models/lora.ts
//#region solution 4.11 the update as one matrix, added to the weight
  return np.add(weight, np.multiply(np.matmul(down.T, up.T), scale));
//#endregion
