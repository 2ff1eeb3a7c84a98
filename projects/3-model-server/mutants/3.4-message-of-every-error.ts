// Misconception: A client can use the message of any error.
// file: src/problem.ts
//#region solution 3.4 what of an error the client is told
if (error instanceof Problem) return error;
const { statusCode, message } = (error ?? {}) as Thrown;
const status =
  typeof statusCode === "number" && statusCode >= 400 && statusCode < 500 ? statusCode : 500;
return new Problem(status, typeof message === "string" ? message : "bad request");
//#endregion
