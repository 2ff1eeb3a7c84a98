// Misconception: The two norms are alike, so one serves for both.
// file: src/models/encoder-layer.ts
//#region solution 4.6 two residual connections, each followed by its norm
  const attended = parts.attentionNorm(og.add(parts.attention(x), x));
  return parts.attentionNorm(og.add(parts.feedForward(attended), attended));
//#endregion
