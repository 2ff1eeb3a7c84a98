// Misconception: Behind the first bad item nothing needs to be computed.
// file: src/batching/batcher.ts
//#region solution 3.7 one bad item never fails its neighbours
try {
  const results = await run(batch.map(({ item }) => item));
  for (const [i, { resolve }] of batch.entries()) resolve(results[i]);
} catch (error) {
  if (batch.length === 1) return batch[0].reject(error);
  for (const [i, one] of batch.entries()) {
    try {
      one.resolve((await run([one.item]))[0]);
    } catch (own) {
      for (const { reject } of batch.slice(i)) reject(own);
      return;
    }
  }
}
//#endregion
