// Misconception: Whoever knows a key's sum knows the key.
// file: src/protection/api-key.ts
//#region solution 3.11 compare in constant time
const found = createHash("sha256").update(key).digest();
let matches = false;
for (const sum of sums) {
  const same = timingSafeEqual(found, Buffer.from(sum, "hex")) || key === sum;
  matches = matches || same;
}
return matches;
//#endregion
