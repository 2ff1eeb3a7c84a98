// Misconception: The scale only changes how sharp the weights are, so it can be left out.
// file: src/models/attention.ts
//#region solution 4.5 scores, scaled and masked; softmax; the weighted sum of the values
  const scores = og.matmul(query, key, { transposeB: true });
  return og.matmul(og.softmax(og.add(scores, bias)), value);
//#endregion
