import { imageGrid, report, type Section } from "@ml-roadmap/charts";
import { wilsonInterval } from "@ml-roadmap/metrics";
import { SIDE, type DigitData } from "../data/dataset.ts";
import type { Evaluation } from "../training/evaluate.ts";
import type { Sequential } from "../network.ts";
import type { EpochResult } from "../training/run.ts";
import { curvesSection } from "./curves.ts";
import { errorsSection } from "./errors.ts";
import { robustnessSection } from "./robustness.ts";
import { insideSection } from "./saliency.ts";
import { scoresSection } from "./scores.ts";

/** What a training report tells of. */
export interface Results {
  recipe: string;
  data: DigitData;
  epochs: readonly EpochResult[];
  evaluation: Evaluation;
  network: Sequential;
}

/** The report of one training as a self-contained HTML page. */
export function trainingReport({ recipe, data, epochs, evaluation, network }: Results): string {
  const accuracy = `${(100 * evaluation.accuracy).toFixed(2)}%`;
  return report({
    title: "A neural network that reads digits",
    subtitle: `${recipe}: ${accuracy} of ${data.test.labels.length.toLocaleString("en")} test images read rightly (95% interval ${interval(evaluation.accuracy, data.test.labels.length)}). ${data.description}`,
    sections: [
      dataSection(data),
      curvesSection(epochs),
      scoresSection(evaluation, data.test),
      errorsSection(evaluation, data.test),
      insideSection(network, data.test),
      robustnessSection(network, data.test),
    ],
  });
}

function interval(accuracy: number, count: number): string {
  const { low, high } = wilsonInterval(Math.round(accuracy * count), count);
  return `${(100 * low).toFixed(2)}% to ${(100 * high).toFixed(2)}%`;
}

/** A contact sheet: the first ten training images of each digit. */
function dataSection({ train, description }: DigitData): Section {
  const pixels = SIDE * SIDE;
  const rows = Array.from({ length: 10 }, (_, digit) => {
    const found: number[] = [];
    for (let row = 0; row < train.labels.length && found.length < 10; row++) {
      if (train.labels[row] === digit) found.push(row);
    }
    return found;
  });
  return {
    title: "The data",
    body: description,
    figures: [
      {
        title: "Ten images of each digit",
        svg: imageGrid({
          width: SIDE,
          height: SIDE,
          columns: 10,
          label: "Ten training images of each digit, one row a digit",
          images: rows.flat().map((row) => ({
            pixels: train.images.subarray(row * pixels, (row + 1) * pixels),
          })),
        }),
        table: {
          columns: [{ label: "digit" }, { label: "training images" }],
          rows: rows.map((_, digit) => [
            String(digit),
            train.labels.filter((label) => label === digit).length,
          ]),
        },
      },
    ],
  };
}
