import { expect, test } from "vitest";
import type { Example, TextData } from "../data/example.ts";
import { bestOnGrid } from "./best-on-grid.ts";
import { fitBaseline } from "./fit-baseline.ts";

const words = { good: ["fine", "lovely", "warm"], bad: ["dull", "cold", "poor"] };
const examples = (count: number, offset: number) =>
  Array.from({ length: count }, (_, i): Example => {
    const target = i % 2;
    const list = target === 1 ? words.good : words.bad;
    return { text: `a ${list[(i + offset) % 3]} thing number ${(i * 7 + offset) % 50}`, target };
  });
const data: TextData = {
  name: "toy",
  description: "toy",
  task: { kind: "classes", labels: ["bad", "good"] },
  train: examples(60, 0),
  validation: examples(20, 1),
  test: examples(20, 2),
};
const right = (logits: Float32Array, some: readonly Example[]) =>
  some.filter(({ target }, i) => Number(logits[2 * i + 1] > logits[2 * i]) === target).length;

test("fitBaseline(data) learns which words are good, and tells what it tried", async () => {
  const told: number[] = [];
  const baseline = await fitBaseline(data, { onFit: (C) => told.push(C) });
  expect(right(baseline.logits(data.test), data.test)).toBe(20);
  expect(baseline.name).toBe("TF-IDF + logistic regression");
  expect(baseline.tried.map(({ C }) => C)).toContain(baseline.C);
  expect(told.toSorted((a, b) => a - b)).toEqual(baseline.tried.map(({ C }) => C));
  // A text of unknown words gets the class shares.
  expect(Array.from(baseline.logits([{ text: "" }]), Math.abs).every((z) => z < 0.1)).toBe(true);
});

test("fitBaseline(data) does without validation texts", async () => {
  const baseline = await fitBaseline({ ...data, validation: [] });
  expect(right(baseline.logits(data.test), data.test)).toBe(20);
});

test("fitBaseline(data) predicts several labels and numbers in their own unit", async () => {
  const both = (some: readonly Example[]) =>
    some.map((e) => ({ ...e, target: [Number(e.target), 1 - Number(e.target)] }));
  const many = await fitBaseline({
    ...data,
    task: { kind: "multi-label", labels: ["good", "bad"] },
    train: both(data.train),
    validation: both(data.validation),
  });
  const logits = many.logits(data.test);
  expect(
    data.test.every(
      ({ target }, i) =>
        logits[2 * i] > 0 === (target === 1) && logits[2 * i + 1] > 0 === (target === 0),
    ),
  ).toBe(true);
  const stars = (some: readonly Example[]) =>
    some.map((e) => ({ ...e, target: 1000 + 400 * Number(e.target) }));
  const ridge = await fitBaseline({
    ...data,
    task: { kind: "regression" },
    train: stars(data.train),
    validation: stars(data.validation),
  });
  expect(ridge.name).toBe("TF-IDF + ridge regression");
  for (const [i, { target }] of data.test.entries()) {
    expect(Math.abs(ridge.logits(data.test)[i] - (1000 + 400 * Number(target)))).toBeLessThan(60);
  }
});

test("fitBaseline(data, { signal }) stops when told to", async () => {
  const signal = AbortSignal.abort(new Error("stopped"));
  await expect(fitBaseline(data, { signal })).rejects.toThrow("stopped");
});

test("bestOnGrid(grid, attempt) walks from the middle in the direction that helps", async () => {
  const seen: number[] = [];
  const lossOf = (best: number) => async (setting: number) => {
    seen.push(setting);
    return { result: setting, loss: (setting - best) ** 2 };
  };
  expect((await bestOnGrid([1, 2, 3, 4, 5, 6, 7], lossOf(2))).best.setting).toBe(2);
  expect(seen).toEqual([4, 5, 3, 2, 1]);
  expect((await bestOnGrid([1, 2, 3, 4, 5], lossOf(9))).best.setting).toBe(5);
  expect((await bestOnGrid([3], lossOf(9))).best.setting).toBe(3);
  await expect(bestOnGrid([], lossOf(0))).rejects.toThrow("the grid is empty");
});
