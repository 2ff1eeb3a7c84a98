import { randomGenerator, type Generator } from "@ml-roadmap/ndarray";

/** What a stream of random numbers is for; the order here is part of every saved training. */
const purposes = ["order", "masks", "batches", "split"] as const;

/**
 * A generator of its own for every purpose and every epoch or step. No generator lives on between
 * steps, so a training resumed at step 1,000 draws what the unbroken one would have drawn.
 */
export function stream(seed: number, purpose: (typeof purposes)[number], index: number): Generator {
  const packed = (BigInt(seed) << 64n) | (BigInt(purposes.indexOf(purpose)) << 48n) | BigInt(index);
  return randomGenerator(packed);
}
