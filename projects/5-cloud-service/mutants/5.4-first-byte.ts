// Misconception: 256 steps are fine enough for a share.
// file: src/traffic/in-share.ts
//#region solution 5.4 a share of traffic that is always the same
const sum = createHash("sha256").update(`${salt}:${key}`).digest();
return sum[0] / 255 < share;
//#endregion
