import { lineChart } from "@ml-roadmap/charts";
import type { PretrainPoint } from "./pretrain.ts";

/** Loss by step of a pretraining, as an SVG picture. */
export function lossCurve(history: readonly PretrainPoint[]): string {
  const x = history.map(({ step }) => step);
  return lineChart({
    x: { label: "Step" },
    y: { label: "Loss of hidden pieces (nats)" },
    series: [
      { name: "training", x, y: history.map(({ trainLoss }) => trainLoss) },
      { name: "held out", x, y: history.map(({ validationLoss }) => validationLoss) },
    ],
  });
}
