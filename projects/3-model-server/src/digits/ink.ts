import type { GreyImage } from "./grey-image.ts";

/** The brightness of an image's border: the median of its outermost pixels. */
export function borderBrightness({ width, height, pixels }: GreyImage): number {
  const top = pixels.subarray(0, width);
  const bottom = pixels.subarray((height - 1) * width);
  const sides = new Float32Array(2 * height);
  for (let y = 0; y < height; y++) {
    sides[2 * y] = pixels[y * width];
    sides[2 * y + 1] = pixels[(y + 1) * width - 1];
  }
  const border = Float32Array.of(...top, ...bottom, ...sides).sort();
  return border[border.length >> 1];
}

/**
 * The drawing as MNIST has it, light ink on black: inverted when the border is bright, the paper's
 * brightness taken away, and the darkest ink at 255.
 */
export function toInk(image: GreyImage): GreyImage {
  const paper = borderBrightness(image);
  const sign = paper > 127 ? -1 : 1;
  const pixels = new Float32Array(image.pixels.length);
  let most = 0;
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = sign * (image.pixels[i] - paper);
    most = Math.max(most, pixels[i]);
  }
  // A sheet with nothing on it has only noise, and stretching that would make it a drawing.
  const scale = most < 16 ? 0 : 255 / most;
  for (let i = 0; i < pixels.length; i++) {
    const value = pixels[i] * scale;
    pixels[i] = value < 24 ? 0 : value;
  }
  return { ...image, pixels };
}
