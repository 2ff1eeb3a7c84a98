// Misconception: Shuffled texts are long and short by turns, which evens out.
// file: src/training/bucket-by-length.ts
//#region solution 4.8 sort each pool by length and cut it into batches
  for (let from = 0; from < order.length; from += size) batches.push(order.slice(from, from + size));
//#endregion
