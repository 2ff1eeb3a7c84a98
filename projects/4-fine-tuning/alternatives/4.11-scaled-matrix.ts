// Alternative: Scales one of the matrices, and multiplies by the transposed ones.
// file: src/models/lora.ts
//#region solution 4.11 down to the rank, up to the outputs, scaled
  const low = og.matmul(x, og.transpose(down, [1, 0]));
  return og.matmul(low, og.transpose(og.multiply(up, scale), [1, 0]));
//#endregion
//#region solution 4.11 the update as one matrix, added to the weight
  return np.add(np.matmul(np.multiply(up, scale), down), weight);
//#endregion
