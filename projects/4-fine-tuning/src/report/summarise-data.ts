import type { Example, TextData } from "../data/example.ts";
import { wordsOf } from "../data/find-problems.ts";
import type { Problem } from "../data/problem.ts";
import type { DataSummary } from "./results.ts";

/** What the report says of the data. */
export function summariseData(
  { name, description, task, train, validation, test }: TextData,
  problems: readonly Problem[],
  licence?: string,
): DataSummary {
  const count = (examples: readonly Example[], label: number) =>
    examples.filter(({ target }) =>
      typeof target === "number" ? target === label : target[label] === 1,
    ).length;
  const labels = task.kind === "regression" ? [] : task.labels;
  return {
    name,
    description,
    ...(licence !== undefined && { licence }),
    task,
    parts: { train: train.length, validation: validation.length, test: test.length },
    labels: labels.map((label, k) => ({
      label,
      train: count(train, k),
      validation: count(validation, k),
      test: count(test, k),
    })),
    lengths: train.map(
      ({ text, pair }) => wordsOf(text) + (pair === undefined ? 0 : wordsOf(pair)),
    ),
    problems,
  };
}
