import { Problem } from "../problem.ts";
import { centerOfMass } from "./center.ts";
import type { GreyImage } from "./grey-image.ts";
import { toInk } from "./ink.ts";
import { inkBox, resample } from "./resample.ts";

export const SIDE = 28;

/** The side of the box that MNIST scales every digit into. */
const DIGIT = 20;

/**
 * Any drawing of a digit as MNIST would have it: light on black, scaled into 20 x 20 pixels with its
 * proportions kept, centred by mass in 28 x 28 (LeCun et al., the data set's page).
 *
 * @throws Problem 422 when nothing is drawn
 */
export function normalizeDrawing(image: GreyImage): Float32Array {
  const ink = toInk(image);
  const box = inkBox(ink);
  if (!box) throw new Problem(422, "image: nothing is drawn on it");
  const scale = DIGIT / Math.max(box.width, box.height);
  const [width, height] = [box.width, box.height].map((size) =>
    Math.max(1, Math.round(size * scale)),
  );
  const drawing = resample(ink, box, width, height);
  const most = drawing.pixels.reduce((a, b) => Math.max(a, b), 0);
  for (let i = 0; i < drawing.pixels.length; i++) drawing.pixels[i] *= 255 / most;
  return centerOfMass(drawing, SIDE);
}
