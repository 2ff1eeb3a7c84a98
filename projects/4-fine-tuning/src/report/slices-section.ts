import { coefficientChart, percent, type Figure, type Section } from "@ml-roadmap/charts";
import type { Slice } from "../evaluation/slices.ts";
import { percentOf } from "./format.ts";
import type { FineTuningResults } from "./results.ts";
import { capital } from "./summary-section.ts";

const mostSlices = 20;

/** The score of parts of the texts: by tag and by length. */
export function slicesSection({ judgement, data }: FineTuningResults): Section | undefined {
  const { slices, scores } = judgement;
  const groups = [...new Set(slices.map(({ by }) => by))];
  if (groups.length === 0) return undefined;
  const isShare = data.task.kind !== "regression";
  const of = isShare
    ? data.task.kind === "classes"
      ? "accuracy"
      : "exact match"
    : "mean absolute error";
  const overall = scores.find(({ name }) => name === (isShare ? of : "MAE"));
  return {
    title: "Slices",
    body: `The ${of} of parts of the test texts. The line is that of all of them${isShare ? "; a hollow dot's 95% interval holds it: such a part may differ by chance alone" : ""}. Parts are many, so one in twenty stands out by chance.`,
    figures: groups.map((by) =>
      sliceFigure(
        by,
        slices.filter((slice) => slice.by === by).slice(0, mostSlices),
        isShare,
        of,
        overall?.value ?? 0,
      ),
    ),
  };
}

function sliceFigure(
  by: string,
  slices: readonly Slice[],
  isShare: boolean,
  of: string,
  overall: number,
): Figure {
  const text = (value: number) => (isShare ? percentOf(value) : value.toPrecision(3));
  return {
    title: `By ${by}`,
    svg: coefficientChart({
      coefficients: slices.map(({ name, count, value, low, high }) => ({
        name: `${name} (${count})`,
        estimate: value,
        low: low ?? NaN,
        high: high ?? NaN,
      })),
      reference: overall,
      x: { label: capital(of), ...(isShare && { format: percent }) },
    }),
    table: {
      columns: [
        { label: capital(by) },
        { label: "Texts" },
        { label: capital(of), align: "right" },
        { label: "95% interval" },
        { label: "Baseline", align: "right" },
      ],
      rows: slices.map(({ name, count, value, low, high, baseline }) => [
        name,
        count,
        text(value),
        low === undefined || high === undefined ? null : `${text(low)} to ${text(high)}`,
        baseline === undefined ? null : text(baseline),
      ]),
    },
  };
}
