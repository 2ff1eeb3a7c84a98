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
  const field = Float64Array.from({ length: 2 * KNOTS * KNOTS }, () => either(elastic));
  const centre = (SIDE - 1) / 2;
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const [x, y] = [column - centre, row - centre];
      const [bendX, bendY] = bend(field, row, column);
      // The map runs from the new image to the old one, so that no pixel is missed.
      const oldX = cos * sx * x + (slant - sin) * y + centre + tx + bendX;
      const oldY = sin * x + cos * sy * y + centre + ty + bendY;
      out[row * SIDE + column] = sample(image, oldX, oldY);
    }
  }
}

/** The bending at a pixel: the field's four nearest knots, interpolated. */
function bend(field: Float64Array, row: number, column: number): [number, number] {
  const step = (SIDE - 1) / (KNOTS - 1);
  const [r, c] = [
    Math.min(KNOTS - 2, Math.floor(row / step)),
    Math.min(KNOTS - 2, Math.floor(column / step)),
  ];
  const [v, u] = [row / step - r, column / step - c];
  const at = r * KNOTS + c;
  const mix = (axis: number) => {
    const k = axis * KNOTS * KNOTS + at;
    const top = field[k] * (1 - u) + field[k + 1] * u;
    const bottom = field[k + KNOTS] * (1 - u) + field[k + KNOTS + 1] * u;
    return top * (1 - v) + bottom * v;
  };
  return [mix(0), mix(1)];
}

/** Bilinear interpolation; outside the image is paper. */
function sample(image: Uint8Array, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - left, y - top];
  const ink = (row: number, column: number) =>
    row < 0 || row >= SIDE || column < 0 || column >= SIDE ? 0 : image[row * SIDE + column];
  const upper = ink(top, left) * (1 - u) + ink(top, left + 1) * u;
  const lower = ink(top + 1, left) * (1 - u) + ink(top + 1, left + 1) * u;
  return Math.round(upper * (1 - v) + lower * v);
}
