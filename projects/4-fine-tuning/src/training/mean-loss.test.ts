import { expect, test } from "vitest";
import { meanLoss } from "./mean-loss.ts";

const example = (target: number | readonly number[]) => ({ text: "", target });

test("meanLoss of classes is the cross-entropy, for large logits too", () => {
  const task = { kind: "classes", labels: ["a", "b"] } as const;
  const even = Math.log(2);
  expect(meanLoss(task, Float32Array.of(1, 1), [example(0)])).toBeCloseTo(even, 6);
  expect(meanLoss(task, Float32Array.of(1000, 0, 3, 3), [0, 1].map(example))).toBeCloseTo(
    even / 2,
    6,
  );
  expect(meanLoss(task, Float32Array.of(1000, 0), [example(1)])).toBeCloseTo(1000, 6);
});

test("meanLoss of several labels is the mean of their binary cross-entropies", () => {
  const task = { kind: "multi-label", labels: ["a", "b"] } as const;
  const loss = meanLoss(task, Float32Array.of(2, -3), [example([1, 1])]);
  expect(loss).toBeCloseTo((Math.log1p(Math.exp(-2)) + Math.log1p(Math.exp(3))) / 2, 6);
});

test("meanLoss of numbers is the mean squared error", () => {
  const loss = meanLoss({ kind: "regression" }, Float32Array.of(1, 5), [2, 3].map(example));
  expect(loss).toBeCloseTo(2.5, 6);
});
