// Misconception: Every request ends some day.
// file: src/lifecycle/drain.ts
//#region solution 3.12 not ready, wait, close
server.stopBeingReady();
await server.wait(delay);
await server.close();
return 0;
//#endregion
