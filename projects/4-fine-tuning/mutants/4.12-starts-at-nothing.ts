// Misconception: The first update is number 0, so the learning rate starts at 0.
// file: src/training/learning-rate.ts
//#region solution 4.12 up over the warm-up, then down to nothing
  if (update <= warmup) return (update - 1) / warmup;
  const done = (update - warmup) / Math.max(1, total - warmup);
  return schedule === "linear" ? 1 - done : (1 + Math.cos(Math.PI * done)) / 2;
//#endregion
