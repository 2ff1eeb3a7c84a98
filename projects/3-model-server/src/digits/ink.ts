import type { GreyImage } from "./grey-image.ts";

/** The brightness of an image's border: the median of its outermost pixels. */
export function borderBrightness({ width, height, pixels }: GreyImage): number {
  const border = pixels.filter((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  });
  return border.sort()[border.length >> 1];
}

/**
 * The drawing as MNIST has it, light ink on black: inverted when the border is bright, the paper's
 * brightness taken away, and the darkest ink at 255.
 */
export function toInk(image: GreyImage): GreyImage {
  const paper = borderBrightness(image);
  const dark = paper > 127;
  const distance = image.pixels.map((value) => Math.max(0, dark ? paper - value : value - paper));
  const most = distance.reduce((a, b) => Math.max(a, b), 0);
  // A sheet with nothing on it has only noise, and stretching that would make it a drawing.
  const scale = most < 16 ? 0 : 255 / most;
  const pixels = distance.map((value) => (value * scale < 24 ? 0 : value * scale));
  return { ...image, pixels };
}
