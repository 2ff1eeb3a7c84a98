import * as Plot from "@observablehq/plot";
import { percent } from "./axis.ts";
import { type ChartOptions, chartWidth, render } from "./render.ts";
import { shorten, textWidth } from "./text-width.ts";
import { ink, seriesStyle } from "./theme.ts";

export interface ConfusionChart extends ChartOptions {
  /** Counts, a row a true class, a column a predicted class: `(K, K)`. */
  readonly matrix: readonly (readonly number[])[];
  readonly labels: readonly string[];
}

/**
 * A confusion matrix as a table of tinted cells: the count, and up to five classes its share of the
 * row. Tints are shares of the row, in one hue for hits and another for misses. Throws a RangeError
 * when the matrix is not square or the labels are not as many.
 */
export function confusionChart({ matrix, labels, label, height }: ConfusionChart): string {
  const classes = labels.length;
  if (classes === 0 || matrix.length !== classes || matrix.some((row) => row.length !== classes)) {
    const shape = `${matrix.length} rows of ${matrix.map((row) => row.length).join(", ")}`;
    throw new RangeError(
      `confusionChart: expected ${classes} x ${classes} counts for ${classes} labels, found ${shape}`,
    );
  }
  const cells = matrix.flatMap((row, i) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count, j) => ({ i, j, count, share: total > 0 ? count / total : 0 }));
  });
  const short = labels.map((name) => shorten(name, classes > 5 ? 40 : 90));
  const marginLeft = Math.ceil(Math.max(...short.map(textWidth))) + 34;
  const axis = {
    tickSize: 0,
    tickPadding: 8,
    label: null,
    fill: ink.text,
    tickFormat: (k: number) => short[k] ?? "",
  };
  const side = (chartWidth - marginLeft - 8) / classes;
  const small = classes > 5;
  const text = {
    x: "j",
    y: "i",
    fill: (cell: { count: number }) => (cell.count === 0 ? ink.muted : ink.text),
  } as const;
  const domain = labels.map((_, k) => k);
  return render({
    label: label ?? describe(matrix, labels),
    height: height ?? Math.round(48 + classes * Math.min(side, 96)) + 8,
    plot: {
      marginLeft,
      marginTop: 48,
      marginRight: 8,
      marginBottom: 8,
      x: { type: "band", domain, padding: 0.04, label: null },
      y: { type: "band", domain, padding: 0.04, label: null },
      marks: [
        Plot.cell(cells, {
          x: "j",
          y: "i",
          rx: 3,
          fill: (cell: { i: number; j: number }) => seriesStyle(cell.i === cell.j ? 0 : 1).color,
          fillOpacity: (cell: { share: number }) => 0.05 + 0.35 * cell.share,
        }),
        Plot.text(cells, {
          ...text,
          text: (cell: { count: number }) => cell.count.toLocaleString("en-US"),
          fontSize: small ? 11 : 17,
          dy: small ? 0 : -8,
        }),
        Plot.text(small ? [] : cells, {
          ...text,
          text: (cell: { share: number }) => percent(cell.share),
          dy: 12,
        }),
        Plot.axisX({ ...axis, anchor: "top" }),
        Plot.axisY(axis),
        Plot.text(["Predicted"], {
          frameAnchor: "top",
          lineAnchor: "bottom",
          dy: -30,
          fill: ink.muted,
        }),
        Plot.text(["True"], {
          frameAnchor: "left",
          dx: 12 - marginLeft,
          rotate: -90,
          textAnchor: "middle",
          fill: ink.muted,
        }),
      ],
    },
  });
}

function describe(matrix: readonly (readonly number[])[], labels: readonly string[]): string {
  const rows = matrix.map((row, i) => {
    const cells = row.map((count, j) => `${count} as ${labels[j] ?? ""}`);
    return `true ${labels[i] ?? ""}: ${cells.join(", ")}`;
  });
  return `Confusion matrix. ${rows.join("; ")}`;
}
