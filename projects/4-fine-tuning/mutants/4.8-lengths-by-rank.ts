// Misconception: The lengths stand in the order of the shuffled texts.
// file: src/training/bucket-by-length.ts
//#region solution 4.8 sort each pool by length and cut it into batches
  for (let start = 0; start < order.length; start += pool) {
    const places = order.slice(start, start + pool).map((_, i) => start + i);
    const sorted = places.sort((a, b) => lengths[a] - lengths[b]).map((place) => order[place]);
    for (let from = 0; from < sorted.length; from += size) batches.push(sorted.slice(from, from + size));
  }
//#endregion
