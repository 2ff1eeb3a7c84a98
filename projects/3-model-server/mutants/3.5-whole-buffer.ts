// Misconception: A view's buffer holds the view's bytes and no others.
// file: src/repository/verify-weights.ts
//#region solution 3.5 weights are those of their card
const found = createHash("sha256").update(new Uint8Array(bytes.buffer)).digest("hex");
if (found !== expected.toLowerCase()) {
  throw new ModelError(`${path}: expected sha256 ${expected}, found ${found}: it was altered`);
}
//#endregion
