import { lineChart, percent, type Figure, type Section } from "@ml-roadmap/charts";
import { wilsonInterval } from "@ml-roadmap/metrics";
import { randomGenerator } from "@ml-roadmap/ndarray";
import { damage, damages, type Damage } from "../data/damage.ts";
import type { Split } from "../data/dataset.ts";
import { selectRows } from "../data/hold-out.ts";
import type { Layer } from "../layers/layer.ts";
import { percentage } from "../commands/table.ts";
import { evaluate } from "../training/evaluate.ts";

/** Accuracy on test images that are noisy, moved or blurred, with 95% intervals. */
export function robustnessSection(network: Layer, test: Split, most = 1000): Section {
  const count = Math.min(most, test.labels.length);
  const sample = selectRows(
    test,
    Array.from({ length: count }, (_, i) => i),
  );
  const kinds: Damage[] = ["noise", "shift", "blur"];
  return {
    title: "Robustness",
    body: `How accuracy falls on the first ${count} test images when they get worse than the training images. The bands are 95% intervals.`,
    figures: kinds.map((kind) => figure(network, sample, kind)),
  };
}

function figure(network: Layer, { images, labels }: Split, kind: Damage): Figure {
  const { unit, amounts } = damages[kind];
  const scores = amounts.map((amount) => {
    const worse = damage(images, kind, amount, randomGenerator(amount * 10));
    const { accuracy } = evaluate(network, { images: worse, labels });
    const right = Math.round(accuracy * labels.length);
    return { amount, accuracy, ...wilsonInterval(right, labels.length) };
  });
  const band = { low: scores.map(({ low }) => low), high: scores.map(({ high }) => high) };
  return {
    title: `Under ${kind}`,
    svg: lineChart({
      x: { label: unit, ticks: amounts },
      y: { label: "Accuracy", format: percent },
      series: [
        { name: kind, x: amounts, y: scores.map(({ accuracy }) => accuracy), band, points: true },
      ],
    }),
    table: {
      columns: [{ label: unit }, { label: "accuracy" }, { label: "95% interval" }],
      rows: scores.map(({ amount, accuracy, low, high }) => [
        amount,
        percentage(accuracy),
        `${percentage(low)} to ${percentage(high)}`,
      ]),
    },
  };
}
