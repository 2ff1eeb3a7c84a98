import type * as Plot from "@observablehq/plot";

export interface Axis {
  readonly label: string;
  /** "log" needs values above zero. */
  readonly scale?: "linear" | "log";
  readonly domain?: readonly [number, number];
  readonly format?: (value: number) => string;
}

export const percent = (value: number) => `${Math.round(value * 100)}%`;

/** Ten to a power as people write it: 0.001 to 1000 in full, the rest with an exponent. */
export function powerOfTen(value: number): string {
  const exponent = Math.round(Math.log10(value));
  if (Math.abs(exponent) <= 3) return String(Number(value.toPrecision(6)));
  const digits = String(exponent).replace(/./g, (c) =>
    c === "-"
      ? "\u207b"
      : ("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"[Number(c)] ?? ""),
  );
  return `10${digits}`;
}

/** The range of the finite values; a log axis takes those above zero only. */
export function extent(
  values: Iterable<number>,
  scale: "linear" | "log" = "linear",
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

/** Ticks of a log axis: powers of ten, thinned to at most seven; 1, 2, 5 within two decades. */
function logTicks([low, high]: readonly [number, number]): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const steps = last - first <= 2 ? [1, 2, 5] : [1];
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
      label: axis.label,
      nice: type === "linear" && !axis.domain,
    },
    ticks: {
      ticks: type === "log" ? logTicks(domain) : count,
      ...(format ? { tickFormat: (value: number) => format(value) } : {}),
    },
  };
}
