// Misconception: A head takes every A-th number of a token.
// file: src/models/attention.ts
//#region solution 4.4 cut the last axis into heads and put the heads before the tokens
  const cut = og.reshape(x, [batch, sequence, Number(hidden) / heads, heads]);
  return og.transpose(cut, [0, 3, 1, 2]);
//#endregion
