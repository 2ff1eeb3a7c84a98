import * as Plot from "@observablehq/plot";
import { type Axis, percent } from "./axis.ts";
import { frame } from "./frame.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface Curve {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Dots on the points. */
  readonly points?: boolean;
  /** Goes straight up and across, as a curve over thresholds does; x ascends. */
  readonly step?: boolean;
}

export interface UnitSquare {
  readonly x: string;
  readonly y: string;
  readonly curves: readonly Curve[];
  /** A dashed line from point to point, to compare with. */
  readonly reference: readonly (readonly [number, number])[];
  /** What lies below 0, and how far down. */
  readonly below?: { readonly depth: number; readonly marks: Plot.Markish[] };
}

const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Curves between 0 and 100% on both axes. */
export function unitSquare({ x, y, curves, reference, below }: UnitSquare): Plot.PlotOptions {
  const across: Axis = { label: x, domain: [0, 1], format: percent, ticks };
  const up: Axis = { label: y, domain: [-(below?.depth ?? 0), 1], format: percent, ticks };
  const lines = curves.flatMap((curve, index) => {
    const rows = Array.from(curve.x, (value, i) => [value, curve.y[i] ?? NaN] as const);
    const { color, dash } = seriesStyle(index);
    const shape = curve.step ? "step-before" : "linear";
    return [
      Plot.line(rows, {
        stroke: color,
        strokeWidth: 2,
        strokeDasharray: dash || undefined,
        curve: shape,
      }),
      Plot.dot(curve.points ? rows : [], { fill: color, r: 3.5 }),
    ];
  });
  const compare = Plot.line(reference, { stroke: ink.muted, strokeDasharray: "3 3" });
  return frame(across, up, [], [], [...(below?.marks ?? []), compare, ...lines]);
}
