import { calibrationChart, confusionChart, type Section } from "@ml-roadmap/charts";
import { calibrationCurve, confusionMatrix, wilsonInterval } from "@ml-roadmap/metrics";
import { argmax, max } from "@ml-roadmap/ndarray";
import { CLASSES, type Split } from "../data/dataset.ts";
import type { Evaluation } from "../training/evaluate.ts";

const share = (value: number) => `${(100 * value).toFixed(2)}%`;

/** Which digits are taken for which, how well each is read, and whether the confidence can be believed. */
export function scoresSection({ probabilities }: Evaluation, { labels }: Split): Section {
  const digits = Array.from({ length: CLASSES }, (_, digit) => digit);
  const predictions = argmax(probabilities, { axis: 1 });
  const matrix = confusionMatrix(labels, predictions, { labels: digits });
  const right = Array.from(labels, (label, row) => Number(predictions.get(row) === label));
  const confidence = max(probabilities, { axis: 1 });
  const curve = calibrationCurve(right, confidence, { bins: 10, strategy: "quantile" });
  const perClass = digits.map((digit) => {
    const count = matrix[digit].reduce((sum, cell) => sum + cell, 0);
    const { low, high } = wilsonInterval(matrix[digit][digit], count);
    const predicted = matrix.reduce((sum, row) => sum + row[digit], 0);
    return [
      String(digit),
      count,
      share(matrix[digit][digit] / count),
      // Short enough not to widen the table past a phone's screen.
      `${(100 * low).toFixed(2)}–${share(high)}`,
      share(matrix[digit][digit] / predicted),
    ];
  });
  const counts = {
    columns: [{ label: "label" }, ...digits.map((digit) => ({ label: `read as ${digit}` }))],
    rows: matrix.map((row, digit) => [String(digit), ...row]),
  };
  return {
    title: "Scores by digit",
    figures: [
      {
        title: "Confusion matrix",
        svg: confusionChart({ matrix, labels: digits.map(String) }),
        table: counts,
      },
      {
        title: "Calibration",
        caption: "How often the network is right, against how sure it says it is.",
        svg: calibrationChart({
          curves: [{ name: "test images", predicted: curve.probPred, observed: curve.probTrue }],
        }),
        table: {
          columns: [{ label: "confidence" }, { label: "share right" }],
          rows: Array.from(curve.probPred, (value, i) => [value, curve.probTrue[i]]),
        },
      },
    ],
    tables: [
      {
        caption: "Recall with its 95% interval (Wilson), and precision",
        columns: [
          { label: "digit" },
          { label: "images" },
          { label: "recall", align: "right" },
          { label: "95% interval", align: "right" },
          { label: "precision", align: "right" },
        ],
        rows: perClass,
      },
    ],
  };
}
