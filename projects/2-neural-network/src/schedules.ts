/** The learning rate of each training step, as a multiple of the base rate; steps count from 0. */
export type Schedule = (step: number, totalSteps: number) => number;

export const constant: Schedule = () => 1;

/** Multiplies by `factor` after each of the given fractions of training (0 to 1). */
export function stepDecay(milestones: readonly number[], factor: number): Schedule {
  return (step, totalSteps) =>
    factor ** milestones.filter((milestone) => step >= milestone * totalSteps).length;
}

/**
 * Linear warm-up to 1 over the first `warmup` fraction of training, then half a cosine down to
 * `floor` (Loshchilov and Hutter 2017, without restarts).
 */
export function warmupCosine(warmup: number, floor = 0): Schedule {
  return (step, totalSteps) => {
    const rising = warmup * totalSteps;
    if (step < rising) return Math.min(1, (step + 1) / rising);
    const progress = (step - rising) / Math.max(1, totalSteps - rising);
    return floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * progress));
  };
}

/** Linear up to 1 at `peak` (a fraction of training), then linear down to 0: the one-cycle policy (Smith 2018). */
export function oneCycle(peak = 0.3): Schedule {
  return (step, totalSteps) => {
    const top = peak * totalSteps;
    return step < top
      ? Math.min(1, (step + 1) / top)
      : (totalSteps - step) / Math.max(1, totalSteps - top);
  };
}
