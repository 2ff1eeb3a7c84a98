// Misconception: A batch that is not full is left out.
// file: src/training/bucket-by-length.ts
//#region solution 4.8 sort each pool by length and cut it into batches
  for (let start = 0; start < order.length; start += pool) {
    const sorted = order.slice(start, start + pool).sort((a, b) => lengths[a] - lengths[b]);
    for (let from = 0; from + size <= sorted.length; from += size) batches.push(sorted.slice(from, from + size));
  }
//#endregion
