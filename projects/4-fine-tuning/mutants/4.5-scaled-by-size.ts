// Misconception: Scores are divided by the size of a head.
// file: src/models/attention.ts
//#region solution 4.5 scores, scaled and masked; softmax; the weighted sum of the values
  const scores = og.matmul(query, key, { transposeB: true, scale: 1 / size });
  return og.matmul(og.softmax(og.add(scores, bias)), value);
//#endregion
