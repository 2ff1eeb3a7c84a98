import { createInterface } from "node:readline";
import { outputCount, type Task } from "../data/example.ts";
import { loadClassifier } from "../folder/text-classifier.ts";

export interface PredictCommand {
  readonly model: string;
  /** Texts; none for one on each line of standard input. */
  readonly texts: readonly string[];
  readonly pair?: string;
  readonly json: boolean;
  /** Ends reading standard input. */
  readonly signal: AbortSignal;
}

/** Prints what the model says of each text. */
export async function predict(command: PredictCommand): Promise<void> {
  const { model, texts, pair, json, signal } = command;
  if (pair !== undefined && texts.length !== 1) {
    throw new Error(`predict: --pair goes with exactly one text, found ${texts.length}`);
  }
  const classifier = await loadClassifier(model);
  const { task } = classifier;
  const answer = async (batch: readonly string[]): Promise<void> => {
    const items = batch.map((text) => (pair === undefined ? { text } : { text, pair }));
    const outputs = await classifier.predict(items);
    const width = outputCount(task);
    for (const [row, text] of batch.entries()) {
      const scores = Array.from(outputs.subarray(row * width, (row + 1) * width));
      console.log(json ? asJson(task, text, scores) : `${asText(task, scores)}  ${text}`);
    }
  };
  try {
    if (texts.length > 0) await answer(texts);
    else for await (const batch of lines(32, signal)) await answer(batch);
  } finally {
    await classifier.close();
  }
}

/** The lines of standard input that are not empty, `size` at a time. */
async function* lines(
  size: number,
  signal: AbortSignal,
): AsyncGenerator<string[], void, undefined> {
  let batch: string[] = [];
  for await (const line of createInterface({ input: process.stdin, signal })) {
    if (line.trim() === "") continue;
    batch.push(line);
    // Somebody who types waits for each answer.
    if (batch.length === size || process.stdin.isTTY) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function asText(task: Task, scores: readonly number[]): string {
  if (task.kind === "regression") return scores[0].toFixed(3);
  const named = task.labels.map((label, k) => ({ label, score: scores[k] }));
  const shown =
    task.kind === "classes"
      ? named.toSorted((a, b) => b.score - a.score).slice(0, 1)
      : named.filter(({ score }) => score > 0.5);
  if (shown.length === 0) return "(no label)";
  return shown.map(({ label, score }) => `${label} ${(100 * score).toFixed(1)}%`).join(", ");
}

function asJson(task: Task, text: string, scores: readonly number[]): string {
  if (task.kind === "regression") return JSON.stringify({ text, value: scores[0] });
  return JSON.stringify({
    text,
    scores: Object.fromEntries(task.labels.map((label, k) => [label, scores[k]])),
  });
}
