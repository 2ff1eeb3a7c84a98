import type { TextData } from "../data/example.ts";
import type { Judgement } from "../evaluation/judge.ts";
import { scoresOf } from "../evaluation/scores.ts";
import { modelName } from "../hub/cache-folder.ts";
import type { Pretrained } from "../pretrained/load-pretrained.ts";
import type { DataSummary, FineTuningResults, SeedScores } from "../report/results.ts";
import type { FineTuneOptions } from "../training/fine-tune-options.ts";
import { scoreName } from "../training/selection-score.ts";
import type { Trained } from "./train-all.ts";
import type { TrainingResult } from "./training-run.ts";

export interface Told {
  readonly command: string;
  readonly pretrained: Pretrained;
  readonly options: FineTuneOptions;
  readonly data: TextData;
  readonly summary: DataSummary;
  readonly trained: Trained;
  /** The training whose weights were kept. */
  readonly best: TrainingResult;
  readonly judgement: Judgement;
  /** Of all parameters, and of those that were trained. */
  readonly parameters: { readonly all: number; readonly trained: number };
  readonly time: FineTuningResults["time"];
}

/** A run as report, metrics and model card tell it. */
export function resultsOf(told: Told): FineTuningResults {
  const { pretrained, options, data, trained, best } = told;
  const { config, folder } = pretrained;
  const base = modelName(folder);
  const points = (value: (point: TrainingResult["history"][number]) => number) =>
    best.history.map((point) => ({ step: point.update, value: value(point) }));
  return {
    createdAt: new Date().toISOString(),
    command: told.command,
    model: {
      name: base.slice(base.lastIndexOf("/") + 1),
      base,
      architecture: `${config.family}, ${config.layers} layers of ${config.hidden}, ${config.heads} heads`,
      parameters: told.parameters.all,
      trainedParameters: told.parameters.trained,
      method: methodOf(options),
      maxLength: Math.min(options.longest, config.positions),
    },
    data: told.summary,
    settings: settingsOf(options),
    curves: {
      trainingLoss: points(({ trainLoss }) => trainLoss),
      validationLoss: points(({ validationLoss }) => validationLoss),
      validationScore: points(({ score }) => score),
      scoreName: scoreName(data.task),
      bestStep: best.best.update,
    },
    judgement: told.judgement,
    seeds: [
      seedScores("fine-tuned", trained.tuned, data),
      ...(trained.scratch.length > 0
        ? [seedScores("the same network from random weights", trained.scratch, data)]
        : []),
    ],
    time: told.time,
  };
}

function seedScores(name: string, results: readonly TrainingResult[], data: TextData): SeedScores {
  const targets = data.test.map(({ target }) => target);
  return {
    name,
    values: results.map(({ seed, testLogits }) => ({
      seed,
      value: scoresOf(testLogits, targets, data.task)[0].value,
    })),
  };
}

function methodOf({ mode, lora }: FineTuneOptions): string {
  if (mode === "lora") {
    return `LoRA of rank ${lora.rank} (alpha ${lora.alpha}) on ${lora.targets.join(", ")}`;
  }
  return { full: "full", head: "head only", gradual: "gradual unfreezing" }[mode];
}

/** The options that are numbers and words; the method tells of LoRA's. */
function settingsOf(options: FineTuneOptions): FineTuningResults["settings"] {
  const plain = Object.entries(options).filter(([name]) => name !== "lora");
  return Object.fromEntries(plain);
}
