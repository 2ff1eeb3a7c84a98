// Misconception: Who is not ready can close.
// file: src/lifecycle/drain.ts
//#region solution 3.12 not ready, wait, close
server.stopBeingReady();
const closing = Promise.race([
  server.close().then(() => 0 as const),
  server.wait(limit).then(() => 1 as const),
]);
await server.wait(delay);
return closing;
//#endregion
