import { fitBaseline } from "../baseline/fit-baseline.ts";
import { loadTextData, type TextDataOptions } from "../data/load-text-data.ts";
import { runBehaviourTests } from "../evaluation/behaviour/run-behaviour-tests.ts";
import { pairedTest } from "../evaluation/paired-test.ts";
import { hitsOf, scoresOf } from "../evaluation/scores.ts";
import { slicesOf } from "../evaluation/slices.ts";
import { loadClassifier, type ClassifierOptions } from "../folder/text-classifier.ts";
import { checkSameTask } from "../folder/same-task.ts";
import { table } from "./table.ts";

export interface EvaluateCommand extends ClassifierOptions {
  /** Folder that `finetune` wrote. */
  readonly model: string;
  readonly data: TextDataOptions;
  /** Fit TF-IDF with logistic regression to the training texts and compare with it. */
  readonly baseline: boolean;
  readonly signal: AbortSignal;
}

/** Scores a fine-tuned model on the test texts: whole, by groups and length, and on behavioural tests. */
export async function evaluate(command: EvaluateCommand): Promise<void> {
  const { model, precision, threads, signal } = command;
  const classifier = await loadClassifier(model, { precision, threads });
  try {
    const { task } = classifier;
    const { data } = await loadTextData({ ...command.data, signal });
    checkSameTask(task, data.task, model);
    console.log(data.description);
    const targets = data.test.map(({ target }) => target);
    const logits = await classifier.logits(data.test);
    const hits = hitsOf(logits, targets, task);
    console.log(`\n${model}, ${precision ?? "float32"}, ${data.test.length} test texts`);
    console.log(
      table(
        scoresOf(logits, targets, task).map(({ name, value, low, high }) => [
          name,
          figure(value),
          range(low, high),
        ]),
      ),
    );

    let baseline: Float64Array | undefined;
    if (command.baseline) {
      const fitted = await fitBaseline(data, { signal });
      const answers = fitted.logits(data.test);
      baseline = hitsOf(answers, targets, task);
      const [best] = scoresOf(answers, targets, task);
      const { test, pValue, difference, low, high } = pairedTest(hits, baseline);
      console.log(`\n${fitted.name}: ${best.name} ${figure(best.value)}`);
      console.log(
        `difference ${figure(difference)} (${range(low, high)}), ${test} p = ${pValue.toPrecision(2)}`,
      );
    }
    const slices = slicesOf(data.test, hits, baseline);
    console.log(
      `\n${table(slices.map(({ by, name, count, value, low, high, baseline: other }) => [`${by}: ${name}`, String(count), figure(value), range(low, high), other === undefined ? "" : figure(other)]))}`,
    );
    const behaviours = await runBehaviourTests(
      async (texts) => {
        signal.throwIfAborted();
        return { probabilities: await classifier.predict(texts.map((text) => ({ text }))) };
      },
      task,
      { texts: data.test.map(({ text }) => text) },
    );
    if (behaviours.length === 0) return;
    console.log(
      `\n${table(behaviours.map(({ name, cases, failed }) => [name, `${failed} of ${cases} fail`]))}`,
    );
  } finally {
    await classifier.close();
  }
}

function figure(value: number): string {
  return value.toFixed(4);
}

function range(low: number | undefined, high: number | undefined): string {
  return low === undefined || high === undefined ? "" : `${figure(low)} to ${figure(high)}`;
}
