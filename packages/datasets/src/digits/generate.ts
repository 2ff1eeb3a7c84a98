import { randomGenerator } from "@ml-roadmap/ndarray";
import { smooth } from "./curve.ts";
import { randomHand } from "./distort.ts";
import { render, SIDE } from "./render.ts";
import { drawDigit, vary } from "./strokes.ts";

/** Labelled images in MNIST's layout. */
export interface Digits {
  /** (N, 28, 28) intensities, 0 paper to 255 ink, row by row. */
  images: Uint8Array;
  /** (N) digits, 0 to 9. */
  labels: Uint8Array;
}

/**
 * Draws `count` handwritten-looking digits: stroke skeletons, a random hand (lean, turn, stretch,
 * bend), a random pen width, MNIST's size and centring. Every digit is equally frequent and the
 * same seed gives the same bytes. Made from how digits are written, never fitted to MNIST's images.
 *
 * @throws RangeError when `count` is no positive integer
 */
export function generateDigits(count: number, seed: number): Digits {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`generateDigits: count must be a positive integer, got ${count}`);
  }
  const random = randomGenerator(seed);
  const images = new Uint8Array(count * SIDE * SIDE);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  random.shuffle(labels);
  for (let i = 0; i < count; i++) {
    const hand = randomHand(random);
    const lines = drawDigit(labels[i], random).map((stroke) => smooth(stroke).map(hand));
    const pen = vary(random, 1.35, 0.55);
    render(lines, pen, images.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE));
  }
  return { images, labels };
}
