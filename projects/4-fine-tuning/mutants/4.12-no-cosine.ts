// Misconception: Both schedules fall to 0, so one will do.
// file: src/training/learning-rate.ts
//#region solution 4.12 up over the warm-up, then down to nothing
  if (update <= warmup) return update / warmup;
  return 1 - (update - warmup) / Math.max(1, total - warmup);
//#endregion
