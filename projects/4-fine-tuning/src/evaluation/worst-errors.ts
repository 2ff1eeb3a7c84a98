import { outputCount, type Example, type Task } from "../data/example.ts";
import type { Predict } from "./predict.ts";
import { wordImportance, type WordImportance } from "./word-importance.ts";

/** A text that was answered wrongly. */
export interface TextError {
  readonly text: string;
  readonly pair?: string;
  /** The label, several labels between commas, or the number. */
  readonly expected: string;
  readonly found: string;
  /** Probability given to the wrong answer; for numbers the absolute error. */
  readonly confidence: number;
  readonly tags?: Readonly<Record<string, string>>;
  /** Which words made it answer so, where that was asked for. */
  readonly words?: readonly WordImportance[];
}

/**
 * The errors with the greatest confidence first: of classes the most probable wrong answers, of several
 * labels the surest single label, of numbers the largest errors. `outputs` (N, K) are probabilities or numbers.
 */
export function worstErrors(
  examples: readonly Example[],
  outputs: Float64Array | Float32Array,
  task: Task,
  most = 20,
): TextError[] {
  const errors = examples.flatMap(({ text, pair, target, tags }, i): TextError[] => {
    const row = Array.from(outputs.subarray(i * outputCount(task), (i + 1) * outputCount(task)));
    const wrong = errorOf(row, target, task);
    return wrong
      ? [{ text, ...(pair !== undefined && { pair }), ...wrong, ...(tags && { tags }) }]
      : [];
  });
  return errors.toSorted((a, b) => b.confidence - a.confidence).slice(0, most);
}

type Wrong = Pick<TextError, "expected" | "found" | "confidence">;

function errorOf(row: readonly number[], target: Example["target"], task: Task): Wrong | undefined {
  if (task.kind === "regression") {
    const error = Math.abs(row[0] - Number(target));
    return { expected: shortNumber(Number(target)), found: shortNumber(row[0]), confidence: error };
  }
  if (task.kind === "classes") {
    const found = row.indexOf(Math.max(...row));
    const expected = task.labels[Number(target)];
    return found === target
      ? undefined
      : { expected, found: task.labels[found], confidence: row[found] };
  }
  const truth = typeof target === "number" ? [target] : target;
  const named = (isThere: (k: number) => boolean) =>
    task.labels.filter((_, k) => isThere(k)).join(", ") || "(none)";
  const wrong = row.map((p, k) => (Number(p >= 0.5) === truth[k] ? 0 : Math.max(p, 1 - p)));
  const confidence = Math.max(...wrong);
  if (confidence === 0) return undefined;
  return { expected: named((k) => truth[k] === 1), found: named((k) => row[k] >= 0.5), confidence };
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** Adds to the first `most` errors of single texts which words made the model answer so; for classes only. */
export async function explainErrors(
  errors: readonly TextError[],
  predict: Predict,
  task: Task,
  most = 8,
): Promise<TextError[]> {
  const explained: TextError[] = [];
  for (const [i, error] of errors.entries()) {
    const can = task.kind === "classes" && error.pair === undefined && i < most;
    const label = can ? task.labels.indexOf(error.found) : -1;
    explained.push(
      label < 0
        ? error
        : { ...error, words: await wordImportance(predict, error.text, label, outputCount(task)) },
    );
  }
  return explained;
}
