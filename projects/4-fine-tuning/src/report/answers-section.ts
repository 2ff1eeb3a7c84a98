import { calibrationChart, confusionChart, type Figure, type Section } from "@ml-roadmap/charts";
import type { Calibration } from "../evaluation/calibration.ts";
import type { FineTuningResults } from "./results.ts";

/** Which labels are taken for which, and whether the confidence can be believed. */
export function answersSection({ judgement, data }: FineTuningResults): Section | undefined {
  const { confusion, calibration } = judgement;
  const figures: Figure[] = [];
  if (confusion && data.task.kind === "classes" && data.task.labels.length <= 20) {
    const { labels } = data.task;
    figures.push({
      title: "Confusion matrix",
      svg: confusionChart({ matrix: confusion, labels }),
      table: {
        columns: [{ label: "True" }, ...labels.map((label) => ({ label: `read as ${label}` }))],
        rows: confusion.map((row, k) => [labels[k], ...row]),
      },
    });
  }
  if (calibration) figures.push(calibrationFigure(calibration.before, calibration.after));
  if (figures.length === 0) return undefined;
  const body = calibration
    ? `Dividing the logits by a temperature of ${calibration.after.temperature.toFixed(2)}, fitted on the validation texts, changes no answer; it brings the calibration error (how far confidence is from the share of right answers) from ${calibration.before.error.toFixed(3)} to ${calibration.after.error.toFixed(3)}. Above 1 the model was too sure of itself, below 1 not sure enough.`
    : "";
  return { title: "Answers and confidence", body, figures };
}

function calibrationFigure(before: Calibration, after: Calibration): Figure {
  const named = [
    { name: "as trained", ...before.curve },
    { name: `temperature ${after.temperature.toFixed(2)}`, ...after.curve },
  ];
  return {
    title: "Calibration",
    svg: calibrationChart({ curves: named }),
    caption:
      "Bins hold about equally many texts. Below the diagonal the model is surer than it is right.",
    table: {
      columns: [
        { label: "Curve" },
        { label: "Confidence" },
        { label: "Right" },
        { label: "Texts" },
      ],
      rows: named.flatMap(({ name, predicted, observed, counts }) =>
        predicted.map((confidence, b) => [name, confidence, observed[b], counts[b]]),
      ),
    },
  };
}
