// Misconception: The half is normalised, and then added to what went in.
// file: src/models/encoder-layer.ts
//#region solution 4.6 two residual connections, each followed by its norm
  const attended = og.add(parts.attentionNorm(parts.attention(x)), x);
  return og.add(parts.outputNorm(parts.feedForward(attended)), attended);
//#endregion
