import {
  calibrationChart,
  confusionChart,
  type Figure,
  precisionRecallChart,
  rocChart,
  type Section,
} from "@ml-roadmap/charts";
import type { RunResults } from "../run/results.ts";
import { percentOf } from "./format.ts";

/** How well the probabilities rank, and whether they mean what they say. */
export function curveSection(results: RunResults): Section {
  const { test, validation } = results;
  return {
    title: "How well it predicts",
    body: `On the test rows the model ranks a random positive above a random negative with probability ${test.rocAuc.estimate.toFixed(3)}. On the validation rows, where the threshold was set by a model fitted to the training rows alone, the accuracy was ${percentOf(validation.accuracy.estimate)}.`,
    figures: [
      rocFigure(results),
      precisionRecallFigure(results),
      calibrationFigure(results),
      confusionFigure(results),
    ],
  };
}

function rocFigure({ test }: RunResults): Figure {
  const { fpr, tpr } = test.roc;
  return {
    title: "ROC curve",
    svg: rocChart({ curves: [{ name: "test rows", fpr, tpr, auc: test.rocAuc.estimate }] }),
    table: {
      columns: [{ label: "False positive rate" }, { label: "True positive rate" }],
      rows: fpr.map((rate, i) => [rate, tpr[i]]),
    },
  };
}

function precisionRecallFigure({ test }: RunResults): Figure {
  const { precision, recall } = test.precisionRecall;
  return {
    title: "Precision-recall curve",
    svg: precisionRecallChart({
      curves: [{ name: "test rows", precision, recall, averagePrecision: test.averagePrecision }],
      prevalence: test.positives / test.rows,
    }),
    table: {
      columns: [{ label: "Recall" }, { label: "Precision" }],
      rows: recall.map((rate, i) => [rate, precision[i]]),
    },
  };
}

function calibrationFigure({ test }: RunResults): Figure {
  const { predicted, observed, counts } = test.calibration;
  return {
    title: "Calibration",
    svg: calibrationChart({
      curves: [{ name: "test rows", predicted, observed }],
      scores: test.probabilities,
    }),
    caption:
      "Bins hold about equally many rows. Below: how often each probability was given. On the diagonal, 70% means seven in ten.",
    table: {
      columns: [
        { label: "Mean predicted probability" },
        { label: "Observed share" },
        { label: "Rows" },
      ],
      rows: predicted.map((p, i) => [p, observed[i], counts[i]]),
    },
  };
}

function confusionFigure({ test, data }: RunResults): Figure {
  const labels = data.classNames.map((name) => `${data.label} ${name}`);
  return {
    title: "Right and wrong",
    svg: confusionChart({ matrix: test.confusion, labels }),
    table: {
      columns: [{ label: "True class" }, ...labels.map((label) => ({ label: `called ${label}` }))],
      rows: test.confusion.map((row, i) => [labels[i], ...row]),
    },
  };
}
