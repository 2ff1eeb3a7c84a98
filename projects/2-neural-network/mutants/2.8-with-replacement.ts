// Misconception: Random samples make random batches.
// file: src/data/batches.ts
//#region solution 2.8 cut a shuffled epoch into batches
  const batches: Int32Array[] = [];
  for (let start = 0; start < count; start += size) {
    const length = Math.min(size, count - start);
    batches.push(Int32Array.from({ length }, () => Math.floor(random.random() * count)));
  }
  return batches;
//#endregion
