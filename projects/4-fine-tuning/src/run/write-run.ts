import { rm } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { newGraph } from "@ml-roadmap/onnx-grad";
import { fitBaseline } from "../baseline/fit-baseline.ts";
import { modelCard } from "../card/model-card.ts";
import type { TextData } from "../data/example.ts";
import type { Problem } from "../data/problem.ts";
import { calibrate } from "../evaluation/calibrate.ts";
import { judge, type Judgement } from "../evaluation/judge.ts";
import { saveAdapter } from "../folder/save-adapter.ts";
import { saveModel } from "../folder/save-model.ts";
import { scaleHead } from "../folder/scale-head.ts";
import { loadClassifier } from "../folder/text-classifier.ts";
import { modelName } from "../hub/cache-folder.ts";
import { mergeLora } from "../models/merge-lora.ts";
import type { Pretrained } from "../pretrained/load-pretrained.ts";
import type { FineTuningResults } from "../report/results.ts";
import { summariseData } from "../report/summarise-data.ts";
import { writeResults } from "../report/write-results.ts";
import { trainedModel } from "../training/create-text-trainer.ts";
import type { FineTuneOptions } from "../training/fine-tune-options.ts";
import { isTrained } from "../training/trainable.ts";
import { resultsOf } from "./results.ts";
import type { Trained } from "./train-all.ts";
import type { TrainingResult } from "./training-run.ts";

export interface Run {
  readonly command: string;
  readonly out: string;
  readonly pretrained: Pretrained;
  readonly options: FineTuneOptions;
  readonly data: TextData;
  readonly problems: readonly Problem[];
  readonly trained: Trained;
  readonly trainingSeconds: number;
  readonly tokensPerSecond: number;
  /** `performance.now()` when the run began. */
  readonly began: number;
  readonly onProgress: (message: string) => void;
  /** Ends the judging, with the signal's reason; what resuming needs stays. */
  readonly signal: AbortSignal;
}

/** Milliseconds until the baseline tells how far it is. */
const tellAfter = 2000;

/**
 * Keeps the training with the best validation score: calibrates and saves its model, judges it on the test part beside
 * the baseline, and writes report, metrics and model card. What resuming needed is removed at the end.
 */
export async function writeRun(run: Run): Promise<FineTuningResults> {
  const { out, options, pretrained, data, trained, problems, began, onProgress } = run;
  const best = trained.tuned.reduce((a, b) => (b.best.score > a.best.score ? b : a));
  const targets = data.validation.map(({ target }) => target);
  const temperature = calibrate(best.validationLogits, targets, data.task);
  await saveTuned(run, best, temperature);
  const judgement = await judged(run, best, temperature);
  const { trainingSeconds, tokensPerSecond, command } = run;
  const results = resultsOf({
    command,
    pretrained,
    options,
    data,
    trained,
    best,
    judgement,
    summary: summariseData(data, problems),
    parameters: countParameters(pretrained, data, options),
    time: {
      trainingSeconds,
      tokensPerSecond,
      totalSeconds: (performance.now() - began) / 1000,
    },
  });
  onProgress("the report");
  await writeFileAtomic(join(out, "README.md"), modelCard(results));
  await writeResults(out, results);
  await rm(join(out, "trainings"), { recursive: true, force: true });
  return results;
}

async function saveTuned(run: Run, best: TrainingResult, temperature: number): Promise<void> {
  const { out, options, pretrained, data } = run;
  const isLora = options.mode === "lora";
  const whole = isLora ? mergeLora(best.weights, options.lora) : best.weights;
  // A calibrated model gives calibrated probabilities wherever it runs.
  const weights = data.task.kind === "regression" ? whole : scaleHead(whole, temperature);
  const { config, folder: tokenizerFolder } = pretrained;
  await saveModel(out, { config, task: data.task, weights, tokenizerFolder });
  if (isLora) await saveAdapter(out, best.weights, options.lora, modelName(tokenizerFolder));
}

async function judged(run: Run, best: TrainingResult, temperature: number): Promise<Judgement> {
  const { out, data, signal, onProgress } = run;
  onProgress("the baseline");
  const began = performance.now();
  const baseline = await fitBaseline(data, {
    signal,
    onFit: (C) => {
      if (performance.now() - began > tellAfter) onProgress(`the baseline with C ${C}`);
    },
  });
  const classifier = await loadClassifier(out);
  try {
    return await judge({
      task: data.task,
      examples: data.test,
      logits: best.testLogits,
      temperature,
      baseline: { name: baseline.name, logits: baseline.logits(data.test) },
      predict: async (texts) => {
        signal.throwIfAborted();
        return { probabilities: await classifier.predict(texts.map((text) => ({ text }))) };
      },
      onProgress,
    });
  } finally {
    await classifier.close();
  }
}

function countParameters(
  { config }: Pretrained,
  { task }: TextData,
  options: FineTuneOptions,
): { all: number; trained: number } {
  const graph = newGraph({ mode: "inference" });
  trainedModel(config, task, options)(graph);
  let [all, trained] = [0, 0];
  for (const [name, { shape }] of graph.parameters) {
    const count = shape.reduce((product, size) => product * size, 1);
    all += count;
    // Gradual unfreezing has trained what is open in its last epoch.
    if (isTrained(name, options.mode, options.epochs - 1, config)) trained += count;
  }
  return { all, trained };
}
