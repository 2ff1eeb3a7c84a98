// Misconception: A batch holds the tokens of its rows.
// file: src/model/bucket-by-length.ts
//#region solution 5.3 batches of rows of about one length
const order = lengths.map((_, i) => i).toSorted((a, b) => lengths[b] - lengths[a] || a - b);
const batches: number[][] = [];
for (const row of order) {
  const batch = batches.at(-1);
  const width = batch ? lengths[batch[0]] : 0;
  const held = (batch ?? []).reduce((sum, i) => sum + lengths[i], 0);
  const alike = width <= NARROW || 2 * lengths[row] >= width;
  if (batch && held + lengths[row] <= maxTokens && alike) batch.push(row);
  else batches.push([row]);
}
return batches;
//#endregion
