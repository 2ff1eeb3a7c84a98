// Misconception: Dropped elements are 0 and kept ones are 1.
// file: src/layers/dropout.ts
//#region solution 2.11 inverted dropout mask
  return np.greaterEqual(random.random([...shape]), rate).astype("float32");
//#endregion
