// Misconception: Sorting alone keeps padding small.
// file: src/model/bucket-by-length.ts
//#region solution 5.3 batches of rows of about one length
const order = lengths.map((_, i) => i).toSorted((a, b) => lengths[b] - lengths[a] || a - b);
const batches: number[][] = [];
for (const row of order) {
  const batch = batches.at(-1);
  const width = batch ? lengths[batch[0]] : 0;
  if (batch && (batch.length + 1) * width <= maxTokens) batch.push(row);
  else batches.push([row]);
}
return batches;
//#endregion
