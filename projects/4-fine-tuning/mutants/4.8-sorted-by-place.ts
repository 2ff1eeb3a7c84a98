// Misconception: Sorting the pool is sorting its numbers.
// file: src/training/bucket-by-length.ts
//#region solution 4.8 sort each pool by length and cut it into batches
  for (let start = 0; start < order.length; start += pool) {
    const sorted = order.slice(start, start + pool).sort((a, b) => a - b);
    for (let from = 0; from < sorted.length; from += size) batches.push(sorted.slice(from, from + size));
  }
//#endregion
