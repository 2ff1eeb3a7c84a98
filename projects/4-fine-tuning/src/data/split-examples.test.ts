import { expect, test } from "vitest";
import type { Example, Task } from "./example.ts";
import { nearKey } from "./near-duplicates.ts";
import { splitExamples } from "./split-examples.ts";

const task: Task = { kind: "classes", labels: ["a", "b"] };
const examples = Array.from({ length: 100 }, (_, i): Example => ({
  text: `text ${i}`,
  target: i % 4 === 0 ? 1 : 0,
}));
const shares = { validation: 0.2, test: 0.2, seed: 3 };

test("splitExamples(examples) puts each row in one part, every class in proportion, the same for a seed", () => {
  const split = splitExamples(examples, task, shares);
  expect([...split.train, ...split.validation, ...split.test].toSorted((a, b) => a - b)).toEqual(
    examples.map((_, i) => i),
  );
  for (const part of [split.validation, split.test]) {
    expect(part.length).toBe(20);
    expect(part.filter((row) => examples[row].target === 1).length).toBe(5);
  }
  expect(splitExamples(examples, task, shares)).toEqual(split);
  expect(splitExamples(examples, task, { ...shares, seed: 4 })).not.toEqual(split);
});

test("splitExamples(examples) keeps near duplicates in one part", () => {
  const copies = examples.flatMap((example) => [
    example,
    { ...example, text: `${example.text.toUpperCase()} !` },
  ]);
  const split = splitExamples(copies, task, shares);
  const keys = (rows: number[]) => new Set(rows.map((row) => nearKey(copies[row])));
  const [train, test] = [keys(split.train), keys(split.test)];
  expect([...test].filter((key) => train.has(key))).toEqual([]);
  expect(split.test.length).toBe(40);
});

test("splitExamples(examples) deals numbers by their size and label sets by combination", () => {
  const numbers = examples.map((example, i) => ({ ...example, target: i }));
  const { test: part } = splitExamples(numbers, { kind: "regression" }, shares);
  for (let tenth = 0; tenth < 10; tenth++) {
    expect(part.filter((row) => Math.floor(row / 10) === tenth).length).toBe(2);
  }
  const sets = examples.map((example, i) => ({
    ...example,
    target: [Number(i % 2 === 0), Number(i < 3)],
  }));
  const dealt = splitExamples(sets, { kind: "multi-label", labels: ["x", "y"] }, shares);
  expect(dealt.test.length).toBeGreaterThanOrEqual(19);
});

test("splitExamples(examples) refuses to make an empty part", () => {
  expect(() => splitExamples(examples.slice(0, 3), task, shares)).toThrow(
    "too few to keep 20% of them for validation",
  );
});
