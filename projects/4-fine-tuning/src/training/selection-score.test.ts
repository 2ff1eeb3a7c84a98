import { expect, test } from "vitest";
import { scoreName, selectionScore } from "./selection-score.ts";

const example = (target: number | readonly number[]) => ({ text: "", target });

test("selectionScore of classes is the accuracy", () => {
  const logits = Float32Array.of(2, 1, 0, 0, 1, 2, 0.5, 3, 1, -1, -2, -3);
  const task = { kind: "classes", labels: ["a", "b", "c"] } as const;
  expect(selectionScore(task, logits, [0, 2, 1, 1].map(example))).toBe(0.75);
  expect(scoreName(task)).toBe("accuracy");
});

test("selectionScore of several labels is the F1 of all decisions together", () => {
  // Given: a, a and b, none. Wanted: a, b, b. Two of three given are right, two of three wanted are found.
  const logits = Float32Array.of(1, -1, 1, 1, -1, -1);
  const task = { kind: "multi-label", labels: ["a", "b"] } as const;
  const examples = [
    [1, 0],
    [0, 1],
    [0, 1],
  ].map(example);
  expect(selectionScore(task, logits, examples)).toBeCloseTo(2 / 3, 12);
  const none = Float32Array.of(-1, -1);
  expect(selectionScore(task, none, [example([0, 0])])).toBe(1);
  expect(selectionScore(task, none, [example([1, 0])])).toBe(0);
});

test("selectionScore of numbers is minus the root mean squared error: higher is better", () => {
  const task = { kind: "regression" } as const;
  const score = selectionScore(task, Float32Array.of(1, 2, 6), [1, 2, 3].map(example));
  expect(score).toBeCloseTo(-Math.sqrt(3), 6);
});
