import { barChart, histogram, type Figure, type Section } from "@ml-roadmap/charts";
import type { FineTuningResults } from "./results.ts";

/** Which texts, how many of each label, how long, and what is wrong with them. */
export function dataSection({ data }: FineTuningResults): Section {
  const { parts, labels, lengths, problems } = data;
  const sizes = `${parts.train.toLocaleString("en-US")} texts to train on, ${parts.validation.toLocaleString("en-US")} to choose on, ${parts.test.toLocaleString("en-US")} to test on.`;
  const found =
    problems.length === 0
      ? "Looked for and not found: duplicates within and across the parts, contradicting labels, unequal or rare classes, texts that are too long."
      : "What was found wrong with them is in the table; a warning means that scores suffer or mislead.";
  return {
    title: "The data at a glance",
    body: [data.description, sizes, found].join("\n\n"),
    figures: [...(labels.length > 0 ? [labelFigure(data)] : []), lengthFigure(lengths)],
    tables:
      problems.length === 0
        ? []
        : [
            {
              caption: "Problems",
              columns: [
                { label: "Kind" },
                { label: "" },
                { label: "What" },
                { label: "For example" },
              ],
              rows: problems.map(({ kind, severity, message, examples }) => [
                kind.replaceAll("-", " "),
                severity,
                message,
                examples.slice(0, 2).join("; "),
              ]),
            },
          ],
  };
}

function labelFigure({ labels, parts }: FineTuningResults["data"]): Figure {
  return {
    title: "Labels of the training texts",
    svg: barChart({
      bars: labels.map(({ label, train }) => ({ name: label, value: train })),
      x: { label: "Training texts", format: (value) => Math.round(value).toLocaleString("en-US") },
    }),
    table: {
      columns: [{ label: "Label" }, { label: "Train" }, { label: "Validation" }, { label: "Test" }],
      rows: [
        ...labels.map(({ label, train, validation, test }) => [label, train, validation, test]),
        ["all texts", parts.train, parts.validation, parts.test],
      ],
    },
  };
}

function lengthFigure(lengths: readonly number[]): Figure {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return {
    title: "Length of the training texts",
    svg: histogram({
      series: [{ name: "training texts", values: lengths }],
      x: { label: "Words" },
      y: { label: "Texts" },
    }),
    table: {
      columns: [{ label: "Share of texts" }, { label: "Words at most" }],
      rows: [0.25, 0.5, 0.75, 0.95, 1].map((share) => [`${100 * share}%`, at(share)]),
    },
  };
}
