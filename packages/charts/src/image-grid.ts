import { checkSeries } from "./check.ts";
import { makeSvg, rootAttributes } from "./make-svg.ts";
import { grayscalePng } from "./png.ts";
import { chartWidth } from "./render.ts";
import { serialize } from "./serialize.ts";
import { shorten } from "./text-width.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface GridImage {
  /** Brightness 0 to 255, rows from the top: (height * width). */
  readonly pixels: ArrayLike<number>;
  readonly caption?: string;
  /** A wrong one gets a frame of the second hue, dashed. */
  readonly wrong?: boolean;
}

export interface ImageGrid {
  readonly images: readonly GridImage[];
  /** Size of every image, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Images side by side (default 8). */
  readonly columns?: number;
  readonly label?: string;
}

const gap = 8;
const captionHeight = 18;

/** Small grayscale images side by side, each with its caption, embedded as PNG. Throws a RangeError without images or for a wrong number of pixels. */
export function imageGrid({ images, width, height, columns = 8, label }: ImageGrid): string {
  checkSeries("imageGrid", images);
  const side = (chartWidth - gap * (columns - 1)) / columns;
  const tall = (side * height) / width;
  const rowHeight =
    tall + gap + (images.some((image) => image.caption !== undefined) ? captionHeight : 0);
  const tiles = images.map((image, index) => {
    const x = (index % columns) * (side + gap);
    const y = Math.floor(index / columns) * rowHeight;
    return makeSvg(
      "g",
      { transform: `translate(${x},${y})` },
      tile(image, width, height, side, tall),
    );
  });
  const total = Math.ceil(Math.ceil(images.length / columns) * rowHeight);
  const captions = images.map((image) => image.caption ?? "").filter((caption) => caption !== "");
  const spoken =
    label ?? `${images.length} images${captions.length > 0 ? `: ${captions.join(", ")}` : ""}`;
  return serialize(makeSvg("svg", rootAttributes(spoken, chartWidth, total), tiles));
}

function tile(
  image: GridImage,
  width: number,
  height: number,
  side: number,
  tall: number,
): SVGElement[] {
  const size = { width: side, height: tall };
  const href = `data:image/png;base64,${grayscalePng(image.pixels, width, height).toString("base64")}`;
  const border = image.wrong
    ? { stroke: seriesStyle(1).color, "stroke-width": 3, "stroke-dasharray": "6 3" }
    : { stroke: ink.grid, "stroke-width": 1 };
  const parts = [
    makeSvg("image", {
      ...size,
      href,
      "image-rendering": "pixelated",
      preserveAspectRatio: "none",
    }),
    makeSvg("rect", { ...size, fill: "none", ...border }),
  ];
  if (image.caption !== undefined) {
    const place = { x: side / 2, y: tall + 14, "font-size": 12 };
    parts.push(makeSvg("text", place, shorten(image.caption, side + gap)));
  }
  return parts;
}
