// Misconception: The norm comes before each half, as in GPT.
// file: src/models/encoder-layer.ts
//#region solution 4.6 two residual connections, each followed by its norm
  const attended = og.add(parts.attention(parts.attentionNorm(x)), x);
  return og.add(parts.feedForward(parts.outputNorm(attended)), attended);
//#endregion
