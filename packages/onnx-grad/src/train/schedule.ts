/** A learning rate by update, counted from 1. */
export type Schedule = (step: number) => number;

/** Rises to `peak` over `warmup` updates, then falls to 0 at update `total`, both in a straight line. */
export function linearSchedule(peak: number, warmup: number, total: number): Schedule {
  return (step) => {
    if (step <= warmup) return (peak * step) / warmup;
    return peak * Math.max(0, (total - step) / Math.max(1, total - warmup));
  };
}

/** Rises to `peak` over `warmup` updates, then falls to 0 at update `total` along half a cosine. */
export function cosineSchedule(peak: number, warmup: number, total: number): Schedule {
  return (step) => {
    if (step <= warmup) return (peak * step) / warmup;
    const done = Math.min(1, (step - warmup) / Math.max(1, total - warmup));
    return (peak * (1 + Math.cos(Math.PI * done))) / 2;
  };
}
