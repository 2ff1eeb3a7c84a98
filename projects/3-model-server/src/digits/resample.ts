import type { GreyImage } from "./grey-image.ts";

/** The part of an image from a corner, in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The smallest box that holds every pixel that is not 0; undefined when all are. */
export function inkBox({ width, height, pixels }: GreyImage): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return undefined;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** How much each of `size` source pixels counts for each of `count` targets: the share they cover. */
function coverage(size: number, count: number): { from: number; weights: number[] }[] {
  const step = size / count;
  return Array.from({ length: count }, (_, i) => {
    // A target that is smaller than a pixel still looks at one whole pixel's width, so edges stay soft.
    const middle = (i + 0.5) * step;
    const half = Math.max(step, 1) / 2;
    const [low, high] = [Math.max(0, middle - half), Math.min(size, middle + half)];
    const from = Math.floor(low);
    const weights: number[] = [];
    for (let x = from; x < high; x++) weights.push(Math.min(x + 1, high) - Math.max(x, low));
    return { from, weights };
  });
}

/** A box of an image at another size; each new pixel is the mean of the area it covers. */
export function resample(image: GreyImage, box: Box, width: number, height: number): GreyImage {
  const columns = coverage(box.width, width);
  const rows = coverage(box.height, height);
  const pixels = new Float32Array(width * height);
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) {
      let [sum, total] = [0, 0];
      for (const [j, rowWeight] of row.weights.entries()) {
        const start = (box.top + row.from + j) * image.width + box.left + column.from;
        for (const [i, columnWeight] of column.weights.entries()) {
          sum += image.pixels[start + i] * rowWeight * columnWeight;
          total += rowWeight * columnWeight;
        }
      }
      pixels[y * width + x] = sum / total;
    }
  }
  return { width, height, pixels };
}
