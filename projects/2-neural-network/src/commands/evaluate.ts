import { expectedCalibrationError, wilsonInterval } from "@ml-roadmap/metrics";
import { argmax, max } from "@ml-roadmap/ndarray";
import { CLASSES, type DigitData, type LoadOptions } from "../data/dataset.ts";
import { loadModel } from "../models/saved-model.ts";
import { ensemble } from "../training/ensemble.ts";
import { evaluate as evaluateNetwork, type Evaluation } from "../training/evaluate.ts";
import { announcedDigits } from "./data.ts";
import { percentage, textTable } from "./table.ts";

export interface EvaluateCommand {
  /** One model folder, or several that vote together. */
  folders: readonly string[];
  source: NonNullable<LoadOptions["source"]>;
  signal: AbortSignal;
}

/** Prints how well one model, or several together, read the test images. */
export async function evaluate({ folders, source, signal }: EvaluateCommand): Promise<void> {
  const models: Awaited<ReturnType<typeof loadModel>>[] = [];
  for (const folder of folders) models.push(await loadModel(folder));
  const { test } = await announcedDigits(source, signal);
  const members = models.map(({ network }, i) => {
    const evaluation = evaluateNetwork(network, test);
    console.log(`${folders[i]}: ${percentage(evaluation.accuracy)}`);
    return evaluation;
  });
  if (members.length > 1) console.log(`\nThe mean of ${members.length} networks' probabilities:`);
  console.log(summary(members.length > 1 ? ensemble(members, test.labels) : members[0], test));
}

/** Accuracy with its interval, loss, calibration, and each digit's recall. */
function summary({ probabilities, loss, accuracy }: Evaluation, test: DigitData["test"]): string {
  const count = test.labels.length;
  const predictions = argmax(probabilities, { axis: 1 });
  const right = Array.from(test.labels, (label, n) => Number(predictions.get(n) === label));
  const interval = (part: number, total: number) => {
    const { low, high } = wilsonInterval(part, total);
    return `${percentage(low)} to ${percentage(high)}`;
  };
  const hits = right.reduce((a, b) => a + b, 0);
  const calibration = expectedCalibrationError(right, max(probabilities, { axis: 1 }));
  const digits = Array.from({ length: CLASSES }, (_, digit) => {
    const rows = right.filter((_, n) => test.labels[n] === digit);
    const found = rows.reduce((a, b) => a + b, 0);
    return [
      String(digit),
      String(rows.length),
      percentage(found / rows.length),
      interval(found, rows.length),
    ];
  });
  return [
    `accuracy ${percentage(accuracy)} (95% interval ${interval(hits, count)}), ${count - hits} of ${count} wrong`,
    `loss ${loss.toFixed(4)}, calibration error ${calibration.toFixed(4)}`,
    "",
    textTable([["digit", "images", "recall", "95% interval"], ...digits]),
  ].join("\n");
}
