import { imageGrid, type Section } from "@ml-roadmap/charts";
import { argmax } from "@ml-roadmap/ndarray";
import { SIDE, type Split } from "../data/dataset.ts";
import type { Evaluation } from "../training/evaluate.ts";

/** One image that the network got wrong. */
interface Mistake {
  row: number;
  label: number;
  predicted: number;
  /** Probability it gave to the wrong answer. */
  confidence: number;
}

/** The mistakes of an evaluation, the most confident first. */
export function mistakes({ probabilities }: Evaluation, { labels }: Split): Mistake[] {
  const predictions = argmax(probabilities, { axis: 1 });
  const wrong: Mistake[] = [];
  for (const [row, label] of labels.entries()) {
    const predicted = predictions.get(row);
    if (predicted === label) continue;
    wrong.push({ row, label, predicted, confidence: probabilities.get(row, predicted) });
  }
  return wrong.sort((a, b) => b.confidence - a.confidence);
}

/** The images that the network got wrong with the greatest confidence. */
export function errorsSection(evaluation: Evaluation, test: Split, most = 32): Section {
  const wrong = mistakes(evaluation, test);
  const title = "The worst errors";
  if (wrong.length === 0) return { title, body: "The network made no mistake on the test images." };
  const shown = wrong.slice(0, most);
  const pixels = SIDE * SIDE;
  return {
    title,
    body: `${wrong.length} of ${test.labels.length} test images were read wrongly; these ${shown.length} with the greatest confidence. Each caption is the label, then what was read.`,
    figures: [
      {
        title: "Label and reading",
        svg: imageGrid({
          width: SIDE,
          height: SIDE,
          images: shown.map(({ row, label, predicted }) => ({
            pixels: test.images.subarray(row * pixels, (row + 1) * pixels),
            caption: `${label} → ${predicted}`,
          })),
        }),
        table: {
          columns: [
            { label: "test image" },
            { label: "label" },
            { label: "read as" },
            { label: "confidence" },
          ],
          rows: shown.map((m) => [m.row, m.label, m.predicted, m.confidence]),
        },
      },
    ],
  };
}
