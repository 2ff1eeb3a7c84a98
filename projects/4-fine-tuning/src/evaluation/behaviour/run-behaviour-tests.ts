import { outputCount, type Task } from "../../data/example.ts";
import { argmaxRows, type Predict } from "../predict.ts";
import type { BehaviourFailure, BehaviourResult, BehaviourTest } from "./behaviour-test.ts";
import { invarianceTests } from "./invariance-tests.ts";
import { polarityOf } from "./polarity.ts";
import { sentimentTests } from "./sentiment-tests.ts";

export interface BehaviourOptions {
  /** Texts to change in ways that must not change the answer, such as the test texts. */
  readonly texts: readonly string[];
  /** At most so many of them; default 100. */
  readonly most?: number;
  /** Default 0. */
  readonly seed?: number;
}

const shownFailures = 5;

/**
 * Runs the behavioural tests that fit a task of classes: what must not change the answer for any, and
 * tests of sentiment where labels are named negative and positive. Asks the model once for each test.
 */
export async function runBehaviourTests(
  predict: Predict,
  task: Task,
  { texts, most = 100, seed = 0 }: BehaviourOptions,
): Promise<BehaviourResult[]> {
  if (task.kind !== "classes") return [];
  const tests = [
    ...(polarityOf(task) ? sentimentTests : []),
    ...invarianceTests(texts, most, seed),
  ];
  const results: BehaviourResult[] = [];
  for (const test of tests) {
    if (test.cases.length > 0) results.push(await runBehaviourTest(predict, task, test));
  }
  return results;
}

/** Puts one test to the model. */
export async function runBehaviourTest(
  predict: Predict,
  task: Extract<Task, { kind: "classes" }>,
  test: BehaviourTest,
): Promise<BehaviourResult> {
  const groups = textsOf(test);
  const { probabilities } = await predict(groups.flat());
  const answers = argmaxRows(probabilities, outputCount(task));
  let at = 0;
  const failures: BehaviourFailure[] = [];
  for (const [i, group] of groups.entries()) {
    const failure = judge(test, i, group, answers.subarray(at, at + group.length), task);
    if (failure) failures.push(failure);
    at += group.length;
  }
  const { name, kind, description } = test;
  return {
    name,
    kind,
    description,
    cases: groups.length,
    failed: failures.length,
    failures: failures.slice(0, shownFailures),
  };
}

/** The texts of each case, in the order in which they are judged. */
function textsOf(test: BehaviourTest): string[][] {
  switch (test.kind) {
    case "minimum functionality":
      return test.cases.map(({ text }) => [text]);
    case "direction":
      return test.cases.map(({ text, opposite }) => [text, opposite]);
    case "invariance":
      return test.cases.map(({ text, variants }) => [text, ...variants]);
  }
}

function judge(
  test: BehaviourTest,
  i: number,
  texts: readonly string[],
  answers: Int32Array,
  task: Extract<Task, { kind: "classes" }>,
): BehaviourFailure | undefined {
  if (test.kind === "invariance") {
    const other = answers.findIndex((answer) => answer !== answers[0]);
    if (other < 0) return undefined;
    return {
      text: texts[0],
      other: texts[other],
      expected: task.labels[answers[0]],
      found: task.labels[answers[other]],
    };
  }
  const labels = polarityOf(task);
  if (!labels)
    throw new RangeError(
      `runBehaviourTest: "${test.name}" needs labels named negative and positive`,
    );
  const { polarity } = test.cases[i];
  const wanted = labels[polarity];
  if (test.kind === "minimum functionality") {
    if (answers[0] === wanted) return undefined;
    return { text: texts[0], expected: task.labels[wanted], found: task.labels[answers[0]] };
  }
  const turned = labels[polarity === "positive" ? "negative" : "positive"];
  if (answers[0] === wanted && answers[1] === turned) return undefined;
  return {
    text: texts[0],
    other: texts[1],
    expected: `${task.labels[wanted]}, then ${task.labels[turned]}`,
    found: `${task.labels[answers[0]]}, then ${task.labels[answers[1]]}`,
  };
}
