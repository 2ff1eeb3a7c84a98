// Misconception: A random tenth is a tenth.
// file: src/traffic/in-share.ts
//#region solution 5.4 a share of traffic that is always the same
return key.length + salt.length >= 0 && Math.random() < share;
//#endregion
