import { empty, type NDArray } from "@ml-roadmap/ndarray";
import { SIDE, type Split } from "./dataset.ts";

/** Mean and deviation of MNIST's training pixels, as fractions of full ink. */
export const PIXEL_MEAN = 0.1307;
export const PIXEL_DEVIATION = 0.3081;

/** What each of the 256 intensities becomes. */
const scaled = Float32Array.from(
  { length: 256 },
  (_, intensity) => (intensity / 255 - PIXEL_MEAN) / PIXEL_DEVIATION,
);

/**
 * The chosen images as the network's input: pixels shifted and scaled to mean 0 and deviation 1.
 *
 * @param rows numbers of the images
 * @returns (rows, 28, 28, 1) float32
 */
export function toInput({ images }: Pick<Split, "images">, rows: ArrayLike<number>): NDArray {
  const pixels = SIDE * SIDE;
  const result = empty([rows.length, SIDE, SIDE, 1], { dtype: "float32" });
  const input = result.data;
  for (let i = 0; i < rows.length; i++) {
    const from = rows[i] * pixels;
    for (let j = 0; j < pixels; j++) input[i * pixels + j] = scaled[images[from + j]];
  }
  return result;
}
