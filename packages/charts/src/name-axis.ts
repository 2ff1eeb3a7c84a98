import * as Plot from "@observablehq/plot";
import { shorten, textWidth } from "./text-width.ts";
import { ink } from "./theme.ts";

/** Names at the left of horizontal rows 0, 1, ...: at most some two fifths of the chart, longer ones cut. */
export function nameAxis(names: readonly string[]): { marginLeft: number; mark: Plot.Markish } {
  const short = names.map((name) => shorten(name, 165));
  return {
    marginLeft: Math.ceil(Math.max(...short.map(textWidth))) + 12,
    mark: Plot.axisY({
      tickSize: 0,
      tickPadding: 9,
      label: null,
      fill: ink.text,
      tickFormat: (index: number) => short[index] ?? "",
    }),
  };
}
