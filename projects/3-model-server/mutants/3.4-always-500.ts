// Misconception: Whatever is thrown is the server's fault.
// file: src/problem.ts
//#region solution 3.4 what of an error the client is told
if (error instanceof Problem) return error;
return new Problem(500, "the server failed");
//#endregion
