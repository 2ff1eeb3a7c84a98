import type { Point, Stroke } from "./strokes.ts";

/** Points per control point: enough that the polyline looks smooth at 28 pixels. */
const STEPS = 6;

/** A Catmull-Rom spline through the points of a stroke, as a polyline. */
export function smooth(stroke: Stroke): Point[] {
  const line: Point[] = [];
  for (let i = 0; i + 1 < stroke.length; i++) {
    const [b, c] = [stroke[i], stroke[i + 1]];
    const a = stroke[i - 1] ?? b;
    const d = stroke[i + 2] ?? c;
    for (let step = 0; step < STEPS; step++) {
      const t = step / STEPS;
      line.push([catmullRom(a[0], b[0], c[0], d[0], t), catmullRom(a[1], b[1], c[1], d[1], t)]);
    }
  }
  line.push(stroke.at(-1)!);
  return line;
}

function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
