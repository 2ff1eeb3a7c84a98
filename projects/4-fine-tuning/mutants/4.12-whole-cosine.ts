// Misconception: A cosine goes down and up again.
// file: src/training/learning-rate.ts
//#region solution 4.12 up over the warm-up, then down to nothing
  if (update <= warmup) return update / warmup;
  const done = (update - warmup) / Math.max(1, total - warmup);
  return schedule === "linear" ? 1 - done : (1 + Math.cos(2 * Math.PI * done)) / 2;
//#endregion
