import type { Generator } from "@ml-roadmap/ndarray";
import { SIDE } from "./dataset.ts";

/** How far a training image may be changed: each is the largest change, drawn uniformly. */
export interface Augmentation {
  /** Pixels, each way. */
  shift: number;
  /** Degrees, each way. */
  rotate: number;
  /** Fraction: 0.1 scales by 0.9 to 1.1. */
  scale: number;
  /** Fraction of slant. */
  shear: number;
  /** Pixels: size of a smooth random bending (Simard et al. 2003). */
  elastic: number;
}

/** Knots of the bending field along each side; between them it is interpolated. */
const KNOTS = 5;

/** For each row or column the knot before it, and how far it is from that to the next one. */
const places = Array.from({ length: SIDE }, (_, i) => {
  const place = (i * (KNOTS - 1)) / (SIDE - 1);
  const knot = Math.min(KNOTS - 2, Math.floor(place));
  return { knot, part: place - knot };
});

/**
 * Changes one image at random in ways that keep its digit: moved, turned, scaled, slanted and
 * bent, in one bilinear look-up per pixel.
 *
 * @param image (784) intensities
 * @param out receives (784) intensities
 */
export function augment(
  image: Uint8Array,
  { shift, rotate, scale, shear, elastic }: Augmentation,
  random: Generator,
  out: Uint8Array,
): void {
  const either = (size: number) => size * (2 * random.random() - 1);
  const angle = (either(rotate) * Math.PI) / 180;
  const [sx, sy, slant] = [1 + either(scale), 1 + either(scale), either(shear)];
  const [tx, ty] = [either(shift), either(shift)];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const field = new Float64Array(2 * KNOTS * KNOTS);
  for (let k = 0; k < field.length; k++) field[k] = either(elastic);
  const bendX = new Float64Array(KNOTS);
  const bendY = new Float64Array(KNOTS);
  const centre = (SIDE - 1) / 2;
  for (let row = 0; row < SIDE; row++) {
    bendAlongRow(field, 0, row, bendX);
    bendAlongRow(field, KNOTS * KNOTS, row, bendY);
    for (let column = 0; column < SIDE; column++) {
      const [x, y] = [column - centre, row - centre];
      const { knot, part } = places[column];
      // The map runs from the new image to the old one, so that no pixel is missed.
      const oldX = cos * sx * x + (slant - sin) * y + centre + tx + mix(bendX, knot, part);
      const oldY = sin * x + cos * sy * y + centre + ty + mix(bendY, knot, part);
      out[row * SIDE + column] = sample(image, oldX, oldY);
    }
  }
}

/** Between a number and its neighbour. */
function mix(numbers: Float64Array, at: number, part: number): number {
  return numbers[at] * (1 - part) + numbers[at + 1] * part;
}

/** The bending of one row of pixels at each column of knots; `start` is where its axis's field begins. */
function bendAlongRow(field: Float64Array, start: number, row: number, bend: Float64Array): void {
  const { knot, part } = places[row];
  for (let c = 0; c < KNOTS; c++) {
    const at = start + knot * KNOTS + c;
    bend[c] = field[at] * (1 - part) + field[at + KNOTS] * part;
  }
}

/** Bilinear interpolation; outside the image is paper. */
function sample(image: Uint8Array, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - left, y - top];
  const at = top * SIDE + left;
  if (left >= 0 && left < SIDE - 1 && top >= 0 && top < SIDE - 1) {
    const upper = image[at] * (1 - u) + image[at + 1] * u;
    const lower = image[at + SIDE] * (1 - u) + image[at + SIDE + 1] * u;
    return Math.round(upper * (1 - v) + lower * v);
  }
  const ink = (row: number, column: number) =>
    row < 0 || row >= SIDE || column < 0 || column >= SIDE ? 0 : image[row * SIDE + column];
  const upper = ink(top, left) * (1 - u) + ink(top, left + 1) * u;
  const lower = ink(top + 1, left) * (1 - u) + ink(top + 1, left + 1) * u;
  return Math.round(upper * (1 - v) + lower * v);
}
