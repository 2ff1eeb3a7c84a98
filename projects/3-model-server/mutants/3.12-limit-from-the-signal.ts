// Misconception: The limit runs from the moment the signal came.
// file: src/lifecycle/drain.ts
//#region solution 3.12 not ready, wait, close
server.stopBeingReady();
const late = server.wait(limit).then(() => 1 as const);
const closed = server
  .wait(delay)
  .then(() => server.close())
  .then(() => 0 as const);
return Promise.race([closed, late]);
//#endregion
