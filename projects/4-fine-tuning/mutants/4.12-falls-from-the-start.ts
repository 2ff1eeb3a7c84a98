// Misconception: The fall counts from the first update, warm-up or not.
// file: src/training/learning-rate.ts
//#region solution 4.12 up over the warm-up, then down to nothing
  if (update <= warmup) return update / warmup;
  const done = update / total;
  return schedule === "linear" ? 1 - done : (1 + Math.cos(Math.PI * done)) / 2;
//#endregion
