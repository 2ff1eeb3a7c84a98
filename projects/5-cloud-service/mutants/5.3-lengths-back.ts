// Misconception: What a batch needs to know of its rows is their lengths.
// file: src/model/bucket-by-length.ts
//#region solution 5.3 batches of rows of about one length
const sorted = lengths.toSorted((a, b) => b - a);
const batches: number[][] = [];
for (const length of sorted) {
  const batch = batches.at(-1);
  const width = batch?.[0] ?? 0;
  const alike = width <= NARROW || 2 * length >= width;
  if (batch && (batch.length + 1) * width <= maxTokens && alike) batch.push(length);
  else batches.push([length]);
}
return batches;
//#endregion
