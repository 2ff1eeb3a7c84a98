import type { Point } from "./strokes.ts";

/** Side of an image, pixels. */
export const SIDE = 28;
/** MNIST fits every digit into a 20 x 20 box, keeping its proportions. */
const BOX = 20;

/**
 * Draws polylines with a round pen into a 28 x 28 image as MNIST's makers did: fitted into a
 * 20 x 20 box, then moved so that the centre of mass is the image's centre.
 *
 * @param lines polylines in any unit
 * @param pen radius of the pen, pixels
 * @param out receives 784 intensities, 0 (paper) to 255 (ink), row by row
 */
export function render(lines: readonly Point[][], pen: number, out: Uint8Array): void {
  const fitted = fit(lines, BOX - 2 * pen);
  const [cx, cy] = centreOfMass(fitted);
  const ink = new Float64Array(SIDE * SIDE);
  for (const line of fitted) {
    for (let i = 0; i + 1 < line.length; i++) {
      const [a, b] = [line[i], line[i + 1]];
      segment(
        ink,
        a[0] - cx + SIDE / 2,
        a[1] - cy + SIDE / 2,
        b[0] - cx + SIDE / 2,
        b[1] - cy + SIDE / 2,
        pen,
      );
    }
  }
  for (let i = 0; i < ink.length; i++) out[i] = Math.round(255 * ink[i]);
}

function fit(lines: readonly Point[][], size: number): Point[][] {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of lines.flat()) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const scale = size / Math.max(right - left, bottom - top);
  return lines.map((line) => line.map(([x, y]): Point => [(x - left) * scale, (y - top) * scale]));
}

/** The ink of a line is spread evenly along it, so each segment weighs its length. */
function centreOfMass(lines: readonly Point[][]): Point {
  let [mass, mx, my] = [0, 0, 0];
  for (const line of lines) {
    for (let i = 0; i + 1 < line.length; i++) {
      const [a, b] = [line[i], line[i + 1]];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      mass += length;
      mx += (length * (a[0] + b[0])) / 2;
      my += (length * (a[1] + b[1])) / 2;
    }
  }
  return [mx / mass, my / mass];
}

/** Inks the pixels near one segment; where strokes cross, the darker one wins. */
function segment(
  ink: Float64Array,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  pen: number,
): void {
  const reach = pen + 1;
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy || 1;
  const fromX = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
  const toX = Math.min(SIDE - 1, Math.ceil(Math.max(ax, bx) + reach));
  const fromY = Math.max(0, Math.floor(Math.min(ay, by) - reach));
  const toY = Math.min(SIDE - 1, Math.ceil(Math.max(ay, by) + reach));
  for (let row = fromY; row <= toY; row++) {
    for (let column = fromX; column <= toX; column++) {
      const [x, y] = [column + 0.5 - ax, row + 0.5 - ay];
      const t = Math.max(0, Math.min(1, (x * dx + y * dy) / squared));
      const distance = Math.hypot(x - t * dx, y - t * dy);
      // The edge fades over one and a half pixels, as a scan scaled down to this size does.
      const value = Math.max(0, Math.min(1, (pen - distance) / 1.5 + 0.5));
      const at = row * SIDE + column;
      if (value > ink[at]) ink[at] = value;
    }
  }
}
