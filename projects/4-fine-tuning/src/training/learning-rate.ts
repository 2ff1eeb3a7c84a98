/**
 * The learning rate of an update (from 1) as a share of the highest: it rises in a straight line over the first `warmup` updates, since
 * AdamW's first steps, taken from few gradients, are the least to be trusted; then it falls to 0 at the last, update `total`, in a straight
 * line or along half a cosine.
 */
export function learningRateShare(
  update: number,
  { warmup, total, schedule }: { warmup: number; total: number; schedule: "linear" | "cosine" },
): number {
  //#region solution 4.12 up over the warm-up, then down to nothing
  if (update <= warmup) return update / warmup;
  const done = (update - warmup) / Math.max(1, total - warmup);
  return schedule === "linear" ? 1 - done : (1 + Math.cos(Math.PI * done)) / 2;
  //#endregion
}
