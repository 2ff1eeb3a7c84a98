import { barChart, percent, type Section } from "@ml-roadmap/charts";
import type { RunResults } from "../run/results.ts";
import { percentOf } from "./format.ts";

/** For whom it errs: accuracy by group, with what kind of mistake. */
export function subgroupSection({ subgroups, test, data }: RunResults): Section {
  if (subgroups.length === 0) {
    return {
      title: "Errors by subgroup",
      body: "No column of the data has few enough different values to form groups.",
    };
  }
  const positive = `${data.label} = ${data.classNames[1]}`;
  const bars = subgroups.map(({ column, text, rows, accuracy, low, high }) => ({
    name: `${column} ${text} (${rows})`,
    value: accuracy,
    low,
    high,
  }));
  return {
    title: "Errors by subgroup",
    body: "One figure for everybody hides whom a model fails. Groups are small: compare the intervals before the numbers.",
    figures: [
      {
        title: "Accuracy by subgroup, test rows",
        svg: barChart({
          bars,
          x: { label: "Accuracy", domain: [0, 1], format: percent },
          reference: test.accuracy.estimate,
        }),
        caption: `Rows in brackets; lines are 95% Wilson intervals; the dashed line is the accuracy of all, ${percentOf(test.accuracy.estimate)}.`,
        table: {
          columns: [
            { label: "Group" },
            { label: "Rows" },
            { label: "Accuracy", format: percentOf },
            { label: "Low", format: percentOf },
            { label: "High", format: percentOf },
            { label: `Missed (${positive})` },
            { label: "False alarms" },
          ],
          rows: subgroups.map(
            ({ column, text, rows, accuracy, low, high, missed, falseAlarms }) => [
              `${column}: ${text}`,
              rows,
              accuracy,
              low,
              high,
              missed,
              falseAlarms,
            ],
          ),
        },
      },
    ],
  };
}
