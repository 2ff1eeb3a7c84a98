// Misconception: Comparing texts takes the same time whatever they are.
// file: src/protection/api-key.ts
//#region solution 3.11 compare in constant time
const found = createHash("sha256").update(key).digest("hex");
return sums.some((sum) => sum.toLowerCase() === found);
//#endregion
