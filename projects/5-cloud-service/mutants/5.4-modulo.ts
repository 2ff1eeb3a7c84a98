// Misconception: The remainder by 100 is a percentage.
// file: src/traffic/in-share.ts
//#region solution 5.4 a share of traffic that is always the same
const sum = createHash("sha256").update(`${salt}:${key}`).digest();
return sum.readUIntBE(0, 6) % 100 <= share * 100;
//#endregion
