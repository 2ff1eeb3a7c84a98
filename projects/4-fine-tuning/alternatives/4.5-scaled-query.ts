// Alternative: Scales the query before the product, and writes softmax out.
// file: src/models/attention.ts
//#region solution 4.5 scores, scaled and masked; softmax; the weighted sum of the values
  const scaled = og.divide(query, Math.sqrt(size));
  const scores = og.add(og.matmul(scaled, og.transpose(key, [0, 1, 3, 2])), bias);
  const powers = og.exp(og.subtract(scores, og.max(scores, { axis: -1, keepDims: true })));
  return og.divide(og.matmul(powers, value), og.sum(powers, { axis: -1, keepDims: true }));
//#endregion
