// Misconception: The heads may stay behind the tokens: the numbers are the same.
// file: src/models/attention.ts
//#region solution 4.4 cut the last axis into heads and put the heads before the tokens
  return og.reshape(x, [batch, sequence, heads, Number(hidden) / heads]);
//#endregion
