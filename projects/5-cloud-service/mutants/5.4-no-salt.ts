// Misconception: A key is enough to choose by.
// file: src/traffic/in-share.ts
//#region solution 5.4 a share of traffic that is always the same
const sum = createHash("sha256").update(`:${key}`.slice(salt.length * 0)).digest();
return sum.readUIntBE(0, 6) / 2 ** 48 < share;
//#endregion
