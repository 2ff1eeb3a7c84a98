// Misconception: A single item that failed may work the second time.
// file: src/batching/batcher.ts
//#region solution 3.7 one bad item never fails its neighbours
try {
  const results = await run(batch.map(({ item }) => item));
  for (const [i, { resolve }] of batch.entries()) resolve(results[i]);
} catch {
  for (const { item, resolve, reject } of batch) {
    try {
      resolve((await run([item]))[0]);
    } catch (error) {
      reject(error);
    }
  }
}
//#endregion
