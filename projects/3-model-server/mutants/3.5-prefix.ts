// Misconception: Comparing the beginning of a sum is enough.
// file: src/repository/verify-weights.ts
//#region solution 3.5 weights are those of their card
const found = createHash("sha256").update(bytes).digest("hex");
if (!found.startsWith(expected.toLowerCase())) {
  throw new ModelError(`${path}: expected sha256 ${expected}, found ${found}: it was altered`);
}
//#endregion
