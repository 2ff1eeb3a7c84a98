import type { Generator } from "@ml-roadmap/ndarray";
import { SIDE } from "./dataset.ts";

/** Ways in which pictures get worse than those a network was trained on. */
export const damages = {
  noise: { unit: "standard deviation, share of full ink", amounts: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
  shift: { unit: "pixels, in a random direction", amounts: [0, 1, 2, 3, 4, 5] },
  blur: { unit: "passes of a 3 x 3 mean", amounts: [0, 1, 2, 3, 4, 5] },
} as const;

export type Damage = keyof typeof damages;

/**
 * Images (N, 784) after one kind of damage.
 *
 * @returns new intensities, 0 to 255
 */
export function damage(
  images: Uint8Array,
  kind: Damage,
  amount: number,
  random: Generator,
): Uint8Array {
  if (amount === 0) return images.slice();
  if (kind === "noise") return noisy(images, amount, random);
  const pixels = SIDE * SIDE;
  const result = new Uint8Array(images.length);
  for (let start = 0; start < images.length; start += pixels) {
    let image = images.subarray(start, start + pixels);
    if (kind === "blur") for (let i = 0; i < amount; i++) image = blurred(image);
    else image = shifted(image, amount, 2 * Math.PI * random.random());
    result.set(image, start);
  }
  return result;
}

function noisy(images: Uint8Array, amount: number, random: Generator): Uint8Array {
  const noise = random.normal(0, 255 * amount, [images.length]).toTyped();
  return images.map((ink, i) => Math.min(255, Math.max(0, Math.round(ink + noise[i]))));
}

function shifted(image: Uint8Array, distance: number, angle: number): Uint8Array {
  const right = Math.round(distance * Math.cos(angle));
  const down = Math.round(distance * Math.sin(angle));
  return image.map((_, i) => at(image, Math.floor(i / SIDE) - down, (i % SIDE) - right));
}

function blurred(image: Uint8Array): Uint8Array {
  return image.map((_, i) => {
    const [row, column] = [Math.floor(i / SIDE), i % SIDE];
    let sum = 0;
    for (const r of [row - 1, row, row + 1]) {
      for (const c of [column - 1, column, column + 1]) sum += at(image, r, c);
    }
    return Math.round(sum / 9);
  });
}

/** Intensity at a place; outside the image is paper. */
function at(image: Uint8Array, row: number, column: number): number {
  const inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
  return inside ? image[row * SIDE + column] : 0;
}
