// Misconception: Readiness ends when the server has closed.
// file: src/lifecycle/drain.ts
//#region solution 3.12 not ready, wait, close
await server.wait(delay);
const code = await Promise.race([
  server.close().then(() => 0 as const),
  server.wait(limit).then(() => 1 as const),
]);
server.stopBeingReady();
return code;
//#endregion
