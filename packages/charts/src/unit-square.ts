import * as Plot from "@observablehq/plot";
import { type Axis, percent } from "./axis.ts";
import { frame } from "./frame.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface Curve {
  readonly name: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly points?: boolean;
  /** Holds y until the next x, as a curve over thresholds does. */
  readonly step?: boolean;
}

const share = (label: string): Axis => ({ label, domain: [0, 1], format: percent });

/** Both axes from 0 to 100%, with the reference line from one point to another. */
export function unitSquare(
  x: string,
  y: string,
  curves: readonly Curve[],
  reference: readonly [number, number][],
): Plot.PlotOptions {
  return frame(
    share(x),
    share(y),
    [],
    [],
    [
      Plot.line(reference, { stroke: ink.muted, strokeDasharray: "3 3" }),
      ...curves.flatMap((curve, index) => {
        const rows = Array.from(curve.x, (value, i) => [value, curve.y[i] ?? NaN] as const);
        const { color, dash } = seriesStyle(index);
        return [
          Plot.line(rows, {
            stroke: color,
            strokeWidth: 2,
            strokeDasharray: dash || undefined,
            curve: curve.step ? "step-before" : "linear",
          }),
          ...(curve.points ? [Plot.dot(rows, { fill: color, r: 3.5 })] : []),
        ];
      }),
    ],
  );
}
