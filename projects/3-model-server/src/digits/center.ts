import type { GreyImage } from "./grey-image.ts";

/**
 * Puts a drawing into a square of black so that its centre of mass, `Σ value·position / Σ value` along
 * each axis, is as near as whole pixels allow to the square's middle, `(side - 1) / 2`, as MNIST's images
 * are. Ink that would fall over the edge is kept inside by moving the drawing back.
 *
 * @param drawing at most `side` pixels wide and high, with some ink
 * @returns `side * side` pixels
 */
export function centerOfMass({ width, height, pixels }: GreyImage, side: number): Float32Array {
  const square = new Float32Array(side * side);
  //#region solution 3.8 the centre of mass goes to the middle
  let [mass, sumX, sumY] = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = pixels[y * width + x];
      mass += value;
      sumX += value * x;
      sumY += value * y;
    }
  }
  const middle = (side - 1) / 2;
  const place = (centre: number, size: number) =>
    Math.min(Math.max(Math.round(middle - centre), 0), side - size);
  const [left, top] = [place(sumX / mass, width), place(sumY / mass, height)];
  for (let y = 0; y < height; y++) {
    square.set(pixels.subarray(y * width, (y + 1) * width), (top + y) * side + left);
  }
  //#endregion
  return square;
}
