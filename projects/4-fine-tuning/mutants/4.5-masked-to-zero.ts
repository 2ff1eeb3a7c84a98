// Misconception: Weights of padding are set to 0 after softmax; the others stay as they are.
// file: src/models/attention.ts
//#region solution 4.5 scores, scaled and masked; softmax; the weighted sum of the values
  const scores = og.matmul(query, key, { transposeB: true, scale: 1 / Math.sqrt(size) });
  const isToken = og.exp(og.maximum(bias, -80));
  return og.matmul(og.multiply(og.softmax(scores), isToken), value);
//#endregion
