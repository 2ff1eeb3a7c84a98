// Misconception: Softmax goes over the queries: each key shares its weight among them.
// file: src/models/attention.ts
//#region solution 4.5 scores, scaled and masked; softmax; the weighted sum of the values
  const scores = og.matmul(query, key, { transposeB: true, scale: 1 / Math.sqrt(size) });
  return og.matmul(og.softmax(og.add(scores, bias), 2), value);
//#endregion
