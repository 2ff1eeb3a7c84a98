// Alternative: Takes pools off a copy of the order, and the longest texts off each pool.
// file: src/training/bucket-by-length.ts
//#region solution 4.8 sort each pool by length and cut it into batches
  const left = [...order];
  while (left.length > 0) {
    const texts = left.splice(0, pool).map((text) => ({ text, length: lengths[text] }));
    const longest = texts.toSorted((a, b) => b.length - a.length).map(({ text }) => text);
    while (longest.length > 0) batches.push(longest.splice(0, size));
  }
//#endregion
