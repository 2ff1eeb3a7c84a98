// Misconception: An error's own status is always right.
// file: src/problem.ts
//#region solution 3.4 what of an error the client is told
if (error instanceof Problem) return error;
const { statusCode, message } = (error ?? {}) as Thrown;
if (typeof statusCode === "number" && statusCode >= 400) {
  return new Problem(
    statusCode,
    statusCode < 500 && typeof message === "string" ? message : "failed",
  );
}
return new Problem(500, "the server failed");
//#endregion
