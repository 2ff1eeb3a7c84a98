import type * as Plot from "@observablehq/plot";
import { shorten, textWidth } from "./text-width.ts";

export interface Axis {
  readonly label: string;
  /** On a "log" axis values at or below zero have no place and are left out. */
  readonly scale?: "linear" | "log";
  readonly domain?: readonly [number, number];
  readonly format?: (value: number) => string;
  /** Where the numbers stand; chosen when left out. */
  readonly ticks?: readonly number[];
}

export const percent = (value: number) => `${Math.round(value * 100)}%`;

const superscripts = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

/** A number of a log axis as people write it: 0.001 to 1,000 in full, beyond with a power of ten. */
export function powerOfTen(value: number): string {
  if (value >= 0.001 && value <= 1000) return String(Number(value.toPrecision(6)));
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  const raised = Array.from(exponent.replace("+", ""), (c) =>
    c === "-" ? "\u207b" : superscripts[Number(c)],
  );
  return `${mantissa === "1" ? "" : `${mantissa}\u00b7`}10${raised.join("")}`;
}

/** The range of the finite values, a log axis' those above zero; a single value gets room on both sides. */
export function extent(
  values: Iterable<number>,
  scale: Axis["scale"] = "linear",
): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value) || (scale === "log" && value <= 0)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return scale === "log" ? [1, 10] : [0, 1];
  if (low === high) return scale === "log" ? [low / 2, high * 2] : [low - 0.5, high + 0.5];
  return [low, high];
}

/** A twentieth of the range more on both sides, so that no mark lies on the frame. */
export function padded(
  [low, high]: readonly [number, number],
  scale: Axis["scale"] = "linear",
): [number, number] {
  if (scale === "log") {
    const factor = (high / low) ** 0.05;
    return [low / factor, high * factor];
  }
  const space = (high - low) * 0.05;
  return [low - space, high + space];
}

/** Ticks of a log axis: at most seven powers of ten over many decades, some between them over few. */
function logTicks([low, high]: readonly [number, number]): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const decades = Math.log10(high / low);
  const steps = decades > 3 ? [1] : decades > 1.5 ? [1, 3] : [1, 2, 5];
  const every = Math.max(1, Math.ceil((last - first) / 6));
  const ticks: number[] = [];
  for (let exponent = first; exponent <= last; exponent += every) {
    for (const step of steps) ticks.push(Number(`${step}e${exponent}`));
  }
  return ticks.filter((tick) => tick >= low * 0.999 && tick <= high * 1.001);
}

export interface PlotAxis {
  readonly scale: Plot.ScaleOptions;
  /** For the grid and axis marks. */
  readonly ticks: {
    readonly ticks: number | number[];
    readonly tickFormat?: (value: number) => string;
  };
}

/** Plot's options for an axis over `values`, with about `count` ticks. */
export function plotAxis(axis: Axis, values: Iterable<number>, count = 5): PlotAxis {
  const type = axis.scale ?? "linear";
  const domain = axis.domain ?? extent(values, type);
  const format = axis.format ?? (type === "log" ? powerOfTen : undefined);
  return {
    scale: {
      type,
      domain: [...domain],
      label: shorten(axis.label, 340),
      nice: type === "linear" && !axis.domain,
    },
    ticks: {
      ticks: axis.ticks ? [...axis.ticks] : type === "log" ? logTicks(domain) : count,
      ...(format ? { tickFormat: (value: number) => format(value) } : {}),
    },
  };
}

/** Least space between two numbers of a horizontal axis. */
const gap = 10;

/** A horizontal axis of this width, with no more ticks than have room for their numbers. */
export function withRoom(axis: PlotAxis, width: number): PlotAxis {
  let { ticks } = axis.ticks;
  if (Array.isArray(ticks)) return axis;
  const [low = 0, high = 1] = Array.from(axis.scale.domain ?? [], Number);
  const share = (ticksWidth(axis) + gap) / width;
  while (ticks > 2 && tickStep(high - low, ticks) / (high - low) < share) ticks -= 1;
  return { ...axis, ticks: { ...axis.ticks, ticks } };
}

/** The distance of about `count` ticks: 1, 2 or 5 times a power of ten, as Plot chooses it. Source: https://d3js.org/d3-array/ticks */
function tickStep(range: number, count: number): number {
  const power = 10 ** Math.floor(Math.log10(range / count));
  const rest = range / count / power;
  // Between two steps it is the geometric mean that decides.
  const factor =
    rest >= Math.sqrt(50) ? 10 : rest >= Math.sqrt(10) ? 5 : rest >= Math.SQRT2 ? 2 : 1;
  return factor * power;
}

/** About how wide the numbers of an axis are. */
export function ticksWidth({ scale, ticks }: PlotAxis): number {
  const format =
    ticks.tickFormat ?? ((value: number) => Number(value.toPrecision(2)).toLocaleString("en-US"));
  const values = Array.isArray(ticks.ticks) ? ticks.ticks : Array.from(scale.domain ?? [], Number);
  return Math.max(0, ...values.map((value) => textWidth(format(value))));
}
