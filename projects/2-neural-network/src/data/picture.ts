import { SIDE } from "./dataset.ts";

/** A picture in which no digit can be found, or that cannot be read at all. */
export class PictureError extends Error {
  override name = "PictureError";
}

/** Brightness of a picture, 0 to 255, row by row. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Longest side that is worked on, pixels; larger pictures are made smaller first. */
const LONGEST = 1000;
/** MNIST's digits fill a box of this side, the rest is margin. */
const BOX = 20;
/** Least difference between ink and paper that counts as writing. */
const CONTRAST = 24;
/** Ink lighter than this share of the darkest is shadow or noise. */
const FAINT = 0.25;

/**
 * Reads a PNG, JPEG, WebP, GIF, TIFF, AVIF or SVG file of any size and colour mode as brightness. What
 * is transparent is white paper, or black where nothing would show on white.
 *
 * @throws PictureError when the file is missing or no picture
 */
export async function readPicture(path: string): Promise<Picture> {
  try {
    const picture = await onPaper(path, "white");
    const shows = picture.pixels.some((value) => value <= 255 - CONTRAST);
    return shows ? picture : await onPaper(path, "black");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PictureError(
      `${path}: expected a picture (PNG, JPEG, WebP, GIF, TIFF, AVIF, SVG): ${why}`,
      { cause: error },
    );
  }
}

async function onPaper(path: string, background: string): Promise<Picture> {
  const { default: sharp } = await import("sharp");
  const { data, info } = await sharp(path, { failOn: "error" })
    .rotate()
    .flatten({ background })
    .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true })
    .toColourspace("b-w")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => data[i * channels]);
  return { width, height, pixels };
}

/**
 * Makes a picture of one digit look as MNIST's do: light ink on black, cut out, fitted into 20 x 20
 * pixels with its proportions kept, and put on 28 x 28 with its centre of mass in the middle.
 *
 * @returns (784) intensities
 * @throws PictureError when nothing stands out from the background
 */
export function toDigit(picture: Picture): Uint8Array {
  const ink = toInk(picture);
  const cut = crop({ ...picture, pixels: ink });
  const scale = BOX / Math.max(cut.width, cut.height);
  const [width, height] = [cut.width, cut.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  return centre(shrink(cut, width, height));
}

/** Intensity of the ink, 0 for the background (taken from the border) to 255. */
function toInk({ width, height, pixels }: Picture): Uint8Array {
  const border: number[] = [];
  for (let x = 0; x < width; x++) border.push(pixels[x], pixels[(height - 1) * width + x]);
  for (let y = 0; y < height; y++) border.push(pixels[y * width], pixels[y * width + width - 1]);
  const background = border.sort((a, b) => a - b)[border.length >> 1];
  const distance = (value: number) => (background > 127 ? background - value : value - background);
  let most = 0;
  for (const value of pixels) most = Math.max(most, distance(value));
  if (most < CONTRAST) {
    throw new PictureError(
      `predict: no digit in the picture: its brightness differs from the background's by ${most} of 255 at most, expected ${CONTRAST} or more`,
    );
  }
  return pixels.map((value) => {
    const share = distance(value) / most;
    return share < FAINT ? 0 : Math.round(255 * share);
  });
}

/** The smallest rectangle that holds all ink. */
function crop({ width, height, pixels }: Picture): Picture {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x] === 0) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  const [w, h] = [right - left + 1, bottom - top + 1];
  const cut = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const from = (top + y) * width + left;
    cut.set(pixels.subarray(from, from + w), y * w);
  }
  return { width: w, height: h, pixels: cut };
}

/** The picture in another size: each new pixel is the mean of the area that it covers. */
function shrink({ width, height, pixels }: Picture, newWidth: number, newHeight: number): Picture {
  const across = weights(width, newWidth);
  const down = weights(height, newHeight);
  const result = new Uint8Array(newWidth * newHeight);
  for (let y = 0; y < newHeight; y++) {
    for (let x = 0; x < newWidth; x++) {
      let sum = 0;
      for (const [row, share] of down[y]) {
        for (const [column, part] of across[x]) sum += share * part * pixels[row * width + column];
      }
      result[y * newWidth + x] = Math.round(sum);
    }
  }
  return { width: newWidth, height: newHeight, pixels: result };
}

/** For each new pixel along an axis: the old pixels that it covers, with shares that sum to 1. */
function weights(size: number, newSize: number): [number, number][][] {
  const step = size / newSize;
  return Array.from({ length: newSize }, (_, i) => {
    const [start, end] = [i * step, (i + 1) * step];
    const covered: [number, number][] = [];
    for (let old = Math.floor(start); old < Math.min(size, end); old++) {
      const overlap = Math.min(end, old + 1) - Math.max(start, old);
      if (overlap > 0) covered.push([old, overlap / step]);
    }
    return covered;
  });
}

/** The picture on an empty 28 x 28 field, its centre of mass as near to the middle as it fits. */
function centre({ width, height, pixels }: Picture): Uint8Array {
  let [mass, sumX, sumY] = [0, 0, 0];
  for (const [i, ink] of pixels.entries()) {
    mass += ink;
    sumX += ink * (i % width);
    sumY += ink * Math.floor(i / width);
  }
  const place = (size: number, mean: number) =>
    Math.min(SIDE - size, Math.max(0, Math.round((SIDE - 1) / 2 - mean)));
  const [left, top] = [place(width, sumX / mass), place(height, sumY / mass)];
  const field = new Uint8Array(SIDE * SIDE);
  for (let y = 0; y < height; y++) {
    field.set(pixels.subarray(y * width, (y + 1) * width), (top + y) * SIDE + left);
  }
  return field;
}
