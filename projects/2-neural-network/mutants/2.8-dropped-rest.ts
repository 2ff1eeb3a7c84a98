// Misconception: A last batch that is not full is of no use.
// file: src/data/batches.ts
//#region solution 2.8 cut a shuffled epoch into batches
  const order = Int32Array.from(random.permutation(count).toTyped());
  const batches: Int32Array[] = [];
  for (let start = 0; start + size <= count; start += size) batches.push(order.subarray(start, start + size));
  return batches;
//#endregion
