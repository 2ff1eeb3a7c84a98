import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { LabelledText } from "../data/labelled-text.ts";
import { loadClassifier } from "../model/text-classifier.ts";
import { modelFile, type Precision } from "../model/precision.ts";
import type { Evaluation } from "./decide.ts";

// N examples, K classes.

const BATCH = 32;
/** Texts that are classified one by one for the time of a text, once to warm up and then `ROUNDS` times. */
const TIMED = 32;
const ROUNDS = 3;

/** Runs a model over the fixed set. Throws `UnusableModel` when the folder holds none. */
export async function evaluate(
  folder: string,
  examples: readonly LabelledText[],
  precision: Precision,
): Promise<Evaluation & { labels: readonly string[] }> {
  const classifier = await loadClassifier(folder, { precision });
  try {
    const K = classifier.labels.length;
    const texts = examples.map(({ text }) => text);
    const predictions: number[] = [];
    for (let at = 0; at < texts.length; at += BATCH) {
      const batch = texts.slice(at, at + BATCH);
      const { probabilities } = await classifier.classify(batch);
      for (const n of batch.keys()) {
        const row = probabilities.subarray(n * K, (n + 1) * K);
        predictions.push(row.indexOf(Math.max(...row)));
      }
    }
    const timed = texts.slice(0, TIMED);
    const pass = async () => {
      const before = process.cpuUsage();
      for (const text of timed) await classifier.classify([text]);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 / timed.length;
    };
    await pass();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await pass());
    const { size } = await stat(join(folder, modelFile(precision)));
    // The least disturbed round; processor time hardly knows of other programs.
    return {
      predictions,
      milliseconds: Math.min(...times),
      bytes: size,
      labels: classifier.labels,
    };
  } finally {
    await classifier.close();
  }
}
