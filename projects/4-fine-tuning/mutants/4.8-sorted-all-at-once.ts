// Misconception: The best order is the sorted one, of all texts together.
// file: src/training/bucket-by-length.ts
//#region solution 4.8 sort each pool by length and cut it into batches
  const sorted = order.slice().sort((a, b) => lengths[a] - lengths[b]);
  for (let from = 0; from < sorted.length; from += size) batches.push(sorted.slice(from, from + size));
//#endregion
