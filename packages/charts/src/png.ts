import { crc32, deflateSync } from "node:zlib";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A grayscale image as a PNG file (W3C "Portable Network Graphics", third edition): 8 bits a pixel,
 * rows from the top, `pixels` is (height * width). Throws a RangeError for another number of pixels.
 */
export function grayscalePng(pixels: ArrayLike<number>, width: number, height: number): Buffer {
  if (pixels.length !== width * height) {
    throw new RangeError(
      `grayscalePng: expected ${width} x ${height} = ${width * height} pixels, found ${pixels.length}`,
    );
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8); // bits a sample; colour type 0 (grayscale) and the three zeros after it stand already
  const rows = Buffer.alloc(height * (width + 1)); // each row opens with its filter, 0: none
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = clampByte(pixels[y * width + x] ?? 0);
  }
  return Buffer.concat([
    Buffer.from(signature),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function clampByte(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}

/** Length, type, data, and the CRC of type and data. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
