// Misconception: The bias is added to the weights, after softmax.
// file: src/models/attention.ts
//#region solution 4.5 scores, scaled and masked; softmax; the weighted sum of the values
  const scores = og.matmul(query, key, { transposeB: true, scale: 1 / Math.sqrt(size) });
  return og.matmul(og.add(og.softmax(scores), bias), value);
//#endregion
