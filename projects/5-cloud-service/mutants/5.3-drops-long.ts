// Misconception: A row that is longer than a batch may hold cannot be computed.
// file: src/model/bucket-by-length.ts
//#region solution 5.3 batches of rows of about one length
const order = lengths.map((_, i) => i).toSorted((a, b) => lengths[b] - lengths[a] || a - b);
const batches: number[][] = [];
for (const row of order) {
  if (lengths[row] > maxTokens) continue;
  const batch = batches.at(-1);
  const width = batch ? lengths[batch[0]] : 0;
  const alike = width <= NARROW || 2 * lengths[row] >= width;
  if (batch && (batch.length + 1) * width <= maxTokens && alike) batch.push(row);
  else batches.push([row]);
}
return batches;
//#endregion
