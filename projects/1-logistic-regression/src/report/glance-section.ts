import { barChart, percent, type Figure, type Section } from "@ml-roadmap/charts";
import type { RunResults } from "../run/results.ts";
import { percentOf } from "./format.ts";

/** What the data are: columns, missing cells, and how the label varies by group. */
export function glanceSection({ data, glance, split }: RunResults): Section {
  const share = data.positives / data.rows;
  const figures = glance.rates.map(({ column, groups }): Figure => {
    const bars = groups.map(({ text, rows, positives }) => ({
      name: `${text} (${rows})`,
      value: positives / rows,
    }));
    return {
      title: `${data.label} by ${column}`,
      svg: barChart({
        bars,
        x: {
          label: `Share with ${data.label} = ${data.classNames[1]}`,
          domain: [0, 1],
          format: percent,
        },
        reference: share,
      }),
      caption: `Rows in brackets; the dashed line is the share of all rows, ${percentOf(share)}.`,
      table: {
        columns: [
          { label: column },
          { label: "Rows" },
          { label: "Positives" },
          { label: "Share", format: percentOf },
        ],
        rows: groups.map(({ text, rows, positives }) => [text, rows, positives, positives / rows]),
      },
    };
  });
  const ignored = data.ignored.map(({ name, why }) => `"${name}" is not used: ${why}.`);
  return {
    title: "The data at a glance",
    body: [
      `${data.rows} rows; ${data.positives} of them (${percentOf(share)}) have ${data.label} = ${data.classNames[1]}.`,
      `Dealt at random, class by class, into ${split.train} rows to train on, ${split.validation} to validate on and ${split.test} to test on (seed ${split.seed}).`,
      ...ignored,
    ].join("\n\n"),
    figures,
    tables: [
      {
        caption: "Columns",
        columns: [
          { label: "Column" },
          { label: "Missing" },
          { label: "Different values" },
          { label: "Summary" },
        ],
        rows: glance.columns.map(({ name, missing, different, summary }) => [
          name,
          missing,
          different,
          summary,
        ]),
      },
    ],
  };
}
