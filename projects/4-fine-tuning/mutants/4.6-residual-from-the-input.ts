// Misconception: Both halves are added to the layer's input.
// file: src/models/encoder-layer.ts
//#region solution 4.6 two residual connections, each followed by its norm
  const attended = parts.attentionNorm(og.add(parts.attention(x), x));
  return parts.outputNorm(og.add(parts.feedForward(attended), x));
//#endregion
