// Alternative: The lower of the rising line and the falling curve.
// file: src/training/learning-rate.ts
//#region solution 4.12 up over the warm-up, then down to nothing
  const up = warmup === 0 ? 1 : update / warmup;
  const fraction = Math.max(0, update - warmup) / Math.max(1, total - warmup);
  const down = schedule === "cosine" ? Math.cos((Math.PI / 2) * fraction) ** 2 : 1 - fraction;
  return Math.min(up, down);
//#endregion
