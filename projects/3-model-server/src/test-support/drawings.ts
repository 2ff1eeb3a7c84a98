import sharp from "sharp";

/** Strokes of digits in a square of 100. */
const strokes: Record<number, string> = {
  0: "M50 15 C20 15 20 85 50 85 C80 85 80 15 50 15",
  1: "M50 15 L50 85",
  2: "M28 32 C32 10 74 12 70 38 C66 58 40 66 28 84 L74 84",
  3: "M30 22 C45 8 72 18 66 34 C62 46 50 48 44 48 C60 48 76 56 70 72 C62 90 38 88 28 76",
  4: "M34 15 L28 52 L72 52 M66 30 L62 88",
  7: "M26 20 L72 20 L46 86",
};

export interface DrawingOptions {
  width?: number;
  height?: number;
  paper?: string;
  ink?: string;
  /** Where the drawing's square begins, in pixels, and how large it is. */
  left?: number;
  top?: number;
  size?: number;
}

/** A picture of a digit, in the format that is asked for. */
export function drawDigit(
  digit: number,
  format: "png" | "jpeg" = "png",
  {
    width = 200,
    height = 200,
    paper = "#000",
    ink = "#fff",
    left = 0,
    top = 0,
    size = 200,
  }: DrawingOptions = {},
): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="${paper}"/>
<path transform="translate(${left} ${top}) scale(${size / 100})" d="${strokes[digit]}" fill="none" stroke="${ink}" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return sharp(Buffer.from(svg)).toFormat(format).toBuffer();
}
