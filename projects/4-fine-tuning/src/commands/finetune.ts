import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TextData } from "../data/example.ts";
import { loadTextData, type TextDataOptions } from "../data/load-text-data.ts";
import { loadPretrained } from "../pretrained/load-pretrained.ts";
import type { FineTuningResults } from "../report/results.ts";
import { trainAll, type TrainAllOptions } from "../run/train-all.ts";
import { writeRun } from "../run/write-run.ts";
import type { TextTokenizer } from "../tokenizer/text-tokenizer.ts";
import { scoreName } from "../training/selection-score.ts";
import { progress, type Progress } from "./progress.ts";

export interface FinetuneCommand extends TrainAllOptions {
  /** Folder of the pretrained model. */
  readonly model: string;
  readonly data: TextDataOptions;
  readonly resume: boolean;
  /** What was typed, for the report. */
  readonly typed: string;
}

/** Fine-tunes a pretrained model and writes it with its scores and report; returns the process's exit code. */
export async function finetune(command: FinetuneCommand): Promise<number> {
  const { model, out, options, signal } = command;
  const began = performance.now();
  checkOut(out, command.resume);
  const pretrained = await loadPretrained(model);
  const { config, tokenizer } = pretrained;
  // Beside the text stand [CLS] and a [SEP], or two.
  const special = command.data.pairColumn === undefined ? 2 : 3;
  const { data, problems } = await loadTextData({
    ...command.data,
    signal,
    prepare: (texts) => tokenize(texts, tokenizer, signal),
    lengthOf: (text) => tokenizer.pieces(text).length,
    maxLength: Math.min(options.longest, config.positions) - special,
  });
  console.log(data.description);
  for (const { severity, message, examples } of problems) {
    console.log(`${severity}: ${message}${examples.map((line) => `\n    ${line}`).join("")}`);
  }
  let bar: Progress | undefined;
  let [updates, tokens] = [0, 0];
  const start = performance.now();
  const trained = await trainAll(pretrained, data, command, {
    onStart: (total) => (bar = progress("fine-tuning", total, "tokens")),
    onUpdate: (count, loss) => {
      tokens += count;
      bar?.step((updates += 1), count, `loss ${loss.toFixed(3)}`);
    },
    onPoint: (name, { epoch, trainLoss, score }) =>
      bar?.line(
        `${name}, epoch ${+epoch.toFixed(2)} of ${options.epochs}: loss ${trainLoss.toFixed(4)}, validation ${scoreName(data.task)} ${score.toFixed(4)}`,
      ),
  }).finally(() => bar?.stop());
  const trainingSeconds = (performance.now() - start) / 1000;
  if (trained === undefined) return stopped(out);
  const results = await writeRun({
    out,
    pretrained,
    options,
    data,
    problems,
    trained,
    began,
    command: command.typed,
    trainingSeconds,
    tokensPerSecond: tokens / trainingSeconds,
    onProgress: (message) => console.log(`Looking at ${message} ...`),
    signal,
  }).catch((error: unknown) => {
    if (error !== signal.reason) throw error;
  });
  if (results === undefined) return stopped(out);
  tell(results);
  console.log(`Model and report: ${join(out, "report.html")}`);
  return 0;
}

/** Every text once, with progress. */
async function tokenize(
  { train, validation, test }: TextData,
  tokenizer: TextTokenizer,
  signal: AbortSignal,
): Promise<void> {
  const texts = [...train, ...validation, ...test].flatMap(({ text, pair }) =>
    pair === undefined ? [text] : [text, pair],
  );
  const bar = progress("tokenising", texts.length, "texts");
  const onStep = (done: number): void => bar.step(done, 1);
  await tokenizer.remember(texts, { onStep, signal }).finally(() => bar.stop());
}

function stopped(out: string): number {
  console.log(`Stopped. Go on with: finetune --out ${out} --resume, and the same options`);
  return 130;
}

/** The main score of every seed, and the baseline's. */
function tell({ judgement, seeds = [] }: FineTuningResults): void {
  const [{ name, value }] = judgement.scores;
  console.log(`Test ${name} ${value.toFixed(4)}.`);
  for (const { name: which, values } of seeds) {
    const scores = values.map((each) => each.value.toFixed(4)).join(", ");
    if (values.length > 0) console.log(`  ${which}: ${scores}`);
  }
  if (judgement.baseline === undefined) return;
  const { name: other, scores, paired } = judgement.baseline;
  const p = paired.pValue.toPrecision(2);
  console.log(`  ${other}: ${scores[0].value.toFixed(4)} (${paired.test}: p = ${p})`);
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
