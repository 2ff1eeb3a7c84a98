import type { NDArray } from "@ml-roadmap/ndarray";
import type { Training } from "./training.ts";

/**
 * Exponential moving average of arrays, in place: `a ← d a + (1 - d) v`. Early on, when the average is still
 * young, a smaller decay `(1 + t) / (10 + t)` lets it forget the random start.
 *
 * @param average a contiguous array of its own
 * @param step number of averages taken so far, from 0
 */
export function updateAverage(average: NDArray, value: NDArray, decay: number, step: number): void {
  const d = Math.min(decay, (1 + step) / (10 + step));
  const [old, latest] = [average.data, value.toTyped()];
  for (let i = 0; i < old.length; i++) old[i] = d * old[i] + (1 - d) * latest[i];
}

/** Runs `use` with the averaged weights in the network, if averages are kept, and puts the trained ones back. */
export async function withAverages<T>(training: Training, use: () => T | Promise<T>): Promise<T> {
  const { averages } = training;
  const { parameters } = training.network;
  if (averages.length === 0) return await use();
  const trained = parameters.map(({ value }) => value);
  for (const [i, parameter] of parameters.entries()) parameter.value = averages[i];
  try {
    return await use();
  } finally {
    for (const [i, parameter] of parameters.entries()) parameter.value = trained[i];
  }
}
