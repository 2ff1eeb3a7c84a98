// Misconception: The rate is the fraction that is kept.
// file: src/layers/dropout.ts
//#region solution 2.11 inverted dropout mask
  const kept = np.less(random.random([...shape]), rate);
  return np.multiply(kept.astype("float32"), rate > 0 ? 1 / rate : 1);
//#endregion
