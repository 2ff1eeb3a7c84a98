import { barChart, percent, type Section } from "@ml-roadmap/charts";
import type { RunResults } from "../run/results.ts";
import { percentOf, pValueOf, shortNumber, withInterval } from "./format.ts";

/** The answer first: how good, compared with what, and whether that can be chance. */
export function summarySection({ test, comparisons, model, warnings }: RunResults): Section {
  const bars = [
    { name: "model", ...barOf(test.accuracy) },
    ...comparisons.map(({ name, accuracy }) => ({ name, ...barOf(accuracy) })),
  ];
  const claims = comparisons.map(({ name, accuracy, onlyModel, onlyBaseline, pValue }) => {
    const lead = test.accuracy.estimate - accuracy.estimate;
    const isChance = pValue >= 0.05 || lead === 0;
    const verdict = isChance
      ? "which chance can explain: no improvement may be claimed"
      : `${lead > 0 ? "better" : "worse"} than chance explains`;
    return `Against the rule "${name}" (${percentOf(accuracy.estimate)}): ${onlyModel} rows only the model gets right, ${onlyBaseline} only the rule; McNemar's test p ${pValueOf(pValue)}, ${verdict}.`;
  });
  return {
    title: "In short",
    body: [
      `On ${test.rows} test rows that no decision has seen, ${percentOf(test.accuracy.estimate)} of the predictions are right (95% interval ${percentOf(test.accuracy.low)} to ${percentOf(test.accuracy.high)}).`,
      claims.join(" "),
      ...warnings.map((warning) => `Warning: ${warning}.`),
    ].join("\n\n"),
    figures: [
      {
        title: "Accuracy on the test rows",
        svg: barChart({ bars, x: { label: "Accuracy", domain: [0, 1], format: percent } }),
        caption: "Lines are 95% bootstrap intervals.",
        table: {
          columns: [
            { label: "Predictor" },
            { label: "Accuracy" },
            { label: "Low" },
            { label: "High" },
          ],
          rows: bars.map(({ name, value, low, high }) => [name, value, low, high]),
        },
      },
    ],
    tables: [
      {
        caption: "Scores on the test rows, with 95% bootstrap intervals",
        columns: [{ label: "Score" }, { label: "Value", align: "right" }],
        rows: [
          ["Accuracy", withInterval(test.accuracy)],
          ["Log loss", withInterval(test.logLoss)],
          ["Area under the ROC curve", withInterval(test.rocAuc)],
          ["Average precision", test.averagePrecision.toFixed(3)],
          ["Brier score", test.brier.toFixed(3)],
          ["Expected calibration error", test.calibrationError.toFixed(3)],
          ["Decision threshold", shortNumber(model.threshold)],
        ],
      },
    ],
  };
}

function barOf({ estimate, low, high }: { estimate: number; low: number; high: number }) {
  return { value: estimate, low, high };
}
