// Misconception: Reshaping to (B, A, S, D) puts the heads before the tokens.
// file: src/models/attention.ts
//#region solution 4.4 cut the last axis into heads and put the heads before the tokens
  return og.reshape(x, [batch, heads, sequence, Number(hidden) / heads]);
//#endregion
