// Misconception: After a match there is nothing left to compare.
// file: src/protection/api-key.ts
//#region solution 3.11 compare in constant time
const found = createHash("sha256").update(key).digest();
return sums.some((sum) => timingSafeEqual(found, Buffer.from(sum, "hex")));
//#endregion
