import { calibrationCurve, expectedCalibrationError } from "@ml-roadmap/metrics";
import { outputCount, type Example, type Task } from "../data/example.ts";
import { argmaxRows } from "./predict.ts";
import { probabilitiesOf } from "./probabilities.ts";

/** How far confidence can be believed. */
export interface Calibration {
  readonly temperature: number;
  /** Share of right answers against confidence, bin by bin. */
  readonly curve: {
    readonly predicted: readonly number[];
    readonly observed: readonly number[];
    readonly counts: readonly number[];
  };
  /** Expected calibration error over ten bins. */
  readonly error: number;
}

/**
 * Confidence in the answer against how often it is right, at one temperature: for classes the highest probability of
 * each text, for several labels the probability of each label. undefined for numbers.
 */
export function calibrationOf(
  logits: Float32Array,
  targets: readonly Example["target"][],
  task: Task,
  temperature: number,
): Calibration | undefined {
  if (task.kind === "regression" || targets.length === 0) return undefined;
  const probabilities = probabilitiesOf(logits, task, temperature);
  const labels = outputCount(task);
  const answers = argmaxRows(probabilities, labels);
  const [hits, confidence] =
    task.kind === "classes"
      ? [
          targets.map((y, i) => Number(y === answers[i])),
          Array.from(answers, (k, i) => probabilities[i * labels + k]),
        ]
      : [targets.flat(), Array.from(probabilities)];
  const { probPred, probTrue, counts } = calibrationCurve(hits, confidence, {
    bins: 10,
    strategy: "quantile",
  });
  return {
    temperature,
    curve: { predicted: [...probPred], observed: [...probTrue], counts: [...counts] },
    error: expectedCalibrationError(hits, confidence, { bins: 10 }),
  };
}
