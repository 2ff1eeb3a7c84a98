// Misconception: The data file is in random order already.
// file: src/data/batches.ts
//#region solution 2.8 cut a shuffled epoch into batches
  const batches: Int32Array[] = [];
  for (let start = 0; start < count; start += size) {
    batches.push(Int32Array.from({ length: Math.min(size, count - start) }, (_, i) => start + i));
  }
  return batches;
//#endregion
