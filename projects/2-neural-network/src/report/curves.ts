import { lineChart, percent, type Section } from "@ml-roadmap/charts";
import type { EpochResult } from "../training/run.ts";

/** Loss and accuracy by epoch, on the training batches and on the validation images. */
export function curvesSection(epochs: readonly EpochResult[]): Section {
  const x = epochs.map(({ epoch }) => epoch);
  const table = {
    columns: [
      { label: "epoch" },
      { label: "training loss" },
      { label: "validation loss" },
      { label: "training accuracy", format: (value: number) => `${(100 * value).toFixed(2)}%` },
      { label: "validation accuracy", format: (value: number) => `${(100 * value).toFixed(2)}%` },
    ],
    rows: epochs.map((e) => [
      e.epoch,
      e.trainLoss,
      e.validationLoss,
      e.trainAccuracy,
      e.validationAccuracy,
    ]),
  };
  const points = epochs.length < 30;
  return {
    title: "Learning curves",
    body:
      "Training figures are means over each epoch's batches, taken while the weights were changing; " +
      "validation figures are taken after the epoch on images that no step has seen.",
    figures: [
      {
        title: "Loss",
        svg: lineChart({
          x: { label: "Epoch", ticks: wholeEpochs(x) },
          y: { label: "Cross-entropy (nats)", scale: "log" },
          series: [
            { name: "training", x, y: epochs.map((e) => e.trainLoss), points },
            { name: "validation", x, y: epochs.map((e) => e.validationLoss), points },
          ],
        }),
        table,
      },
      {
        title: "Accuracy",
        svg: lineChart({
          x: { label: "Epoch", ticks: wholeEpochs(x) },
          y: { label: "Accuracy", format: percent },
          series: [
            { name: "training", x, y: epochs.map((e) => e.trainAccuracy), points },
            { name: "validation", x, y: epochs.map((e) => e.validationAccuracy), points },
          ],
        }),
        table,
      },
    ],
  };
}

/** At most eight ticks at whole epochs. */
function wholeEpochs(epochs: readonly number[]): number[] {
  const every = Math.ceil(epochs.length / 8);
  return epochs.filter((epoch) => epoch % every === 0);
}
