// Misconception: Each half hands on what it made; the input is in there somewhere.
// file: src/models/encoder-layer.ts
//#region solution 4.6 two residual connections, each followed by its norm
  const attended = parts.attentionNorm(parts.attention(x));
  return parts.outputNorm(parts.feedForward(attended));
//#endregion
