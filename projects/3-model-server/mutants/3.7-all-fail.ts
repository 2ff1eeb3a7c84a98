// Misconception: When a batch fails, everybody in it has failed.
// file: src/batching/batcher.ts
//#region solution 3.7 one bad item never fails its neighbours
try {
  const results = await run(batch.map(({ item }) => item));
  for (const [i, { resolve }] of batch.entries()) resolve(results[i]);
} catch (error) {
  for (const { reject } of batch) reject(error);
}
//#endregion
