import { confusionMatrix } from "@ml-roadmap/metrics";
import { outputCount, type Example, type Task } from "../data/example.ts";
import type { BehaviourResult } from "./behaviour/behaviour-test.ts";
import { runBehaviourTests } from "./behaviour/run-behaviour-tests.ts";
import { calibrationOf, type Calibration } from "./calibration.ts";
import { pairedTest, type PairedTest } from "./paired-test.ts";
import { argmaxRows, type Predict } from "./predict.ts";
import { probabilitiesOf } from "./probabilities.ts";
import type { Score } from "./score.ts";
import { hitsOf, scoresOf } from "./scores.ts";
import { slicesOf, type Slice } from "./slices.ts";
import { explainErrors, worstErrors, type TextError } from "./worst-errors.ts";

export interface JudgeOptions {
  readonly task: Task;
  /** The test texts (N). */
  readonly examples: readonly Example[];
  /** The model's answers to them (N, K). */
  readonly logits: Float32Array;
  /** From `calibrate` on the validation texts; default 1. */
  readonly temperature?: number;
  /** The baseline's answers to them (N, K). */
  readonly baseline?: { readonly name: string; readonly logits: Float32Array };
  /** The model itself, for behavioural tests and the words that mattered; left out, those are. */
  readonly predict?: Predict;
  readonly seed?: number;
  readonly onProgress?: (message: string) => void;
}

/** All that is said about a model's answers to the test texts. */
export interface Judgement {
  readonly texts: number;
  readonly scores: readonly Score[];
  readonly baseline?: {
    readonly name: string;
    readonly scores: readonly Score[];
    readonly paired: PairedTest;
  };
  /** Counts (K, K), a row a true class; for classes only. */
  readonly confusion?: readonly (readonly number[])[];
  /** At temperature 1 and at the fitted one. */
  readonly calibration?: { readonly before: Calibration; readonly after: Calibration };
  readonly slices: readonly Slice[];
  readonly behaviour: readonly BehaviourResult[];
  readonly wrong: number;
  /** The most confident errors. */
  readonly errors: readonly TextError[];
}

/** Judges a model by its answers to the test texts. Throws RangeError for logits that do not fit. */
export async function judge(options: JudgeOptions): Promise<Judgement> {
  const {
    task,
    examples,
    logits,
    temperature = 1,
    baseline,
    predict,
    seed = 0,
    onProgress,
  } = options;
  const targets = examples.map(({ target }) => target);
  const hits = hitsOf(logits, targets, task);
  const baselineHits = baseline && hitsOf(baseline.logits, targets, task);
  const before = calibrationOf(logits, targets, task, 1);
  const after = calibrationOf(logits, targets, task, temperature);
  const outputs = task.kind === "regression" ? logits : probabilitiesOf(logits, task, temperature);
  const all = worstErrors(examples, outputs, task, Infinity);
  let behaviour: readonly BehaviourResult[] = [];
  let errors: readonly TextError[] = all.slice(0, 20);
  if (predict) {
    onProgress?.("behavioural tests");
    const texts = examples.filter(({ pair }) => pair === undefined).map(({ text }) => text);
    behaviour = await runBehaviourTests(predict, task, { texts, seed });
    onProgress?.("the words that mattered");
    errors = await explainErrors(errors, predict, task);
  }
  return {
    texts: examples.length,
    scores: scoresOf(logits, targets, task, temperature),
    ...(baseline && {
      baseline: {
        name: baseline.name,
        scores: scoresOf(baseline.logits, targets, task),
        paired: pairedTest(hits, baselineHits ?? hits),
      },
    }),
    ...(task.kind === "classes" && {
      confusion: confusionMatrix(targets.map(Number), argmaxRows(logits, outputCount(task)), {
        labels: task.labels.map((_, k) => k),
      }),
    }),
    ...(before && after && { calibration: { before, after } }),
    slices: slicesOf(examples, hits, baselineHits),
    behaviour,
    wrong: all.length,
    errors,
  };
}
