import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadTextData, type TextDataOptions } from "../data/load-text-data.ts";
import { saveModel } from "../folder/save-model.ts";
import { mergeLora } from "../models/merge-lora.ts";
import { loadPretrained } from "../pretrained/load-pretrained.ts";
import { trainAll, type TrainAllOptions } from "../run/train-all.ts";
import { scoreName, selectionScore } from "../training/selection-score.ts";
import { progress, type Progress } from "./progress.ts";

export interface FinetuneCommand extends TrainAllOptions {
  /** Folder of the pretrained model. */
  readonly model: string;
  readonly data: TextDataOptions;
  readonly resume: boolean;
}

/** Fine-tunes a pretrained model and writes it with its scores and report; returns the process's exit code. */
export async function finetune(command: FinetuneCommand): Promise<number> {
  const { model, out, options, signal } = command;
  checkOut(out, command.resume);
  const pretrained = await loadPretrained(model);
  const { data, problems } = await loadTextData({ ...command.data, signal });
  console.log(data.description);
  for (const { severity, message, examples } of problems) {
    console.log(`${severity}: ${message}${examples.map((line) => `\n    ${line}`).join("")}`);
  }
  let bar: Progress | undefined;
  let updates = 0;
  const trained = await trainAll(pretrained, data, command, {
    onStart: (total) => (bar = progress("fine-tuning", total, "tokens")),
    onUpdate: (tokens, loss) => bar?.step((updates += 1), tokens, `loss ${loss.toFixed(3)}`),
    onPoint: (name, { epoch, trainLoss, score }) =>
      bar?.line(
        `${name}, epoch ${+epoch.toFixed(2)} of ${options.epochs}: loss ${trainLoss.toFixed(4)}, validation ${scoreName(data.task)} ${score.toFixed(4)}`,
      ),
  }).finally(() => bar?.stop());
  if (trained === undefined) {
    console.log(`Stopped. Go on with: finetune --out ${out} --resume, and the same options`);
    return 130;
  }
  const best = trained.tuned.reduce((a, b) => (b.best.score > a.best.score ? b : a));
  const weights = options.mode === "lora" ? mergeLora(best.weights, options.lora) : best.weights;
  await saveModel(out, {
    config: pretrained.config,
    task: data.task,
    weights,
    tokenizerFolder: pretrained.folder,
  });
  for (const { seed, testLogits } of trained.tuned) {
    console.log(
      `seed ${seed}: test ${selectionScore(data.task, testLogits, data.test).toFixed(4)}`,
    );
  }
  for (const { seed, testLogits } of trained.scratch) {
    console.log(
      `from scratch, seed ${seed}: test ${selectionScore(data.task, testLogits, data.test).toFixed(4)}`,
    );
  }
  return 0;
}

function checkOut(out: string, resume: boolean): void {
  const trainings = join(out, "trainings");
  if (resume && !existsSync(trainings))
    throw new Error(`${trainings} is not there: nothing to resume`);
  if (!resume && existsSync(trainings)) {
    throw new Error(
      `${trainings} is there already: add --resume to go on, or choose another --out`,
    );
  }
}
