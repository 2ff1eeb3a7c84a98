import { SingleBar } from "cli-progress";
import type { EpochResult } from "../training/run.ts";
import type { StepResult, Training } from "../training/training.ts";

/** Shows a training: a bar on a terminal, one line an epoch everywhere. */
export function trainingProgress(training: Training) {
  const steps = training.options.epochs * training.stepsPerEpoch;
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: "[{bar}] {percentage}% {rate} images/s, loss {loss}, {eta_formatted} left",
        barCompleteChar: "=",
        barIncompleteChar: " ",
        barsize: 24,
        hideCursor: true,
        clearOnComplete: true,
      })
    : undefined;
  bar?.start(steps, training.step, { rate: "-", loss: "-" });
  let smoothed: number | undefined;
  return {
    step({ step, loss }: StepResult, imagesPerSecond: number) {
      smoothed = smoothed === undefined ? loss : 0.95 * smoothed + 0.05 * loss;
      bar?.update(step, { rate: Math.round(imagesPerSecond), loss: smoothed.toFixed(3) });
    },
    epoch(result: EpochResult) {
      const line =
        `epoch ${result.epoch} of ${training.options.epochs}: loss ${result.trainLoss.toFixed(4)}, ` +
        `validation ${(100 * result.validationAccuracy).toFixed(2)}%, ${result.seconds.toFixed(0)} s`;
      // The line takes the bar's place; the next step draws the bar below it.
      if (bar) process.stderr.write(`\r\u001B[K${line}\n`);
      else console.log(line);
    },
    stop() {
      bar?.stop();
    },
  };
}
