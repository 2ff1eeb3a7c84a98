/**
 * A learning rate that rises to `peak` over `warmup` steps, stays there, and falls to 0 over the last
 * `decay` of `total` steps, counted from 1. While it stays, `total` may still change: a training can be made
 * longer by resuming it. Source: https://arxiv.org/abs/2405.18392
 */
export function trapezoid(
  peak: number,
  { warmup, decay, total }: { warmup: number; decay: number; total: number },
): (step: number) => number {
  return (step) => peak * Math.min(1, step / warmup, (total + 1 - step) / Math.max(1, decay));
}
