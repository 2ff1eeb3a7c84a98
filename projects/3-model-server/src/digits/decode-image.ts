import sharp from "sharp";
import { Problem } from "../problem.ts";
import type { GreyImage } from "./grey-image.ts";

/** The largest picture that is decoded; a small file that claims more is a decompression bomb. */
const MAX_PIXELS = 25e6;

/** Larger drawings are reduced to this side first. */
const MAX_SIDE = 400;

/** How the formats that are read begin. */
const signatures = {
  PNG: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  JPEG: [0xff, 0xd8, 0xff],
};

/** Whether bytes begin as one of the formats that are read; no other decoder is ever reached. */
export function isImage(bytes: Uint8Array): boolean {
  return Object.values(signatures).some((start) => start.every((byte, i) => bytes[i] === byte));
}

/**
 * A PNG or JPEG in grey, on white where it is transparent, turned as its EXIF says.
 *
 * @throws Problem 415 for another format, 422 for a picture that is damaged, cut off or too large
 */
export async function decodeImage(bytes: Buffer): Promise<GreyImage> {
  if (!isImage(bytes)) {
    throw new Problem(415, `image: expected ${Object.keys(signatures).join(" or ")} bytes`);
  }
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" })
      .rotate()
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .resize(MAX_SIDE, MAX_SIDE, { fit: "inside", withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: luma(data, info.channels) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new Problem(422, `image: cannot be decoded: ${reason}`);
  }
}

/** The brightness of pixels of one channel (grey) or of red, green and blue. Source: ITU-R BT.601. */
function luma(data: Buffer, channels: number): Float32Array {
  const pixels = new Float32Array(data.length / channels);
  for (let i = 0, at = 0; i < pixels.length; i++, at += channels) {
    const red = data[at];
    pixels[i] = channels < 3 ? red : 0.299 * red + 0.587 * data[at + 1] + 0.114 * data[at + 2];
  }
  return pixels;
}
