import { expect, test } from "vitest";
import type { Example, Task } from "../data/example.ts";
import type { Predict } from "./predict.ts";
import { slicesOf } from "./slices.ts";
import { wordImportance } from "./word-importance.ts";
import { explainErrors, worstErrors } from "./worst-errors.ts";

const two: Task = { kind: "classes", labels: ["no", "yes"] };

/** Says yes by the number of "good" in the text. */
const predict: Predict = (texts) => {
  const yes = texts.map((text) => 1 / (1 + Math.exp(1 - 2 * (text.match(/good/gu)?.length ?? 0))));
  return Promise.resolve({ probabilities: Float32Array.from(yes.flatMap((p) => [1 - p, p])) });
};

test("wordImportance(predict, text, label) finds the word that decided", async () => {
  const words = await wordImportance(predict, "a  good\nfilm", 1, 2);
  expect(words.map(({ word }) => word)).toEqual(["a", "good", "film"]);
  expect(words.map(({ importance }) => Number(importance.toFixed(4)))).toEqual([0, 0.4621, 0]);
  expect((await wordImportance(predict, "good", 0, 2))[0].importance).toBeLessThan(0);
  expect((await wordImportance(predict, "word ".repeat(100), 1, 2)).length).toBe(64);
  expect(await wordImportance(predict, "  ", 1, 2)).toEqual([]);
});

test("worstErrors(examples, probabilities) has the most confident first, and explainErrors adds words", async () => {
  const examples: Example[] = [
    { text: "good good", target: 0, tags: { domain: "films" } },
    { text: "right", target: 0 },
    { text: "good", target: 0 },
  ];
  const { probabilities } = await predict(examples.map(({ text }) => text));
  const errors = worstErrors(examples, probabilities, two);
  expect(errors).toMatchObject([
    { text: "good good", expected: "no", found: "yes", tags: { domain: "films" } },
    { text: "good", confidence: expect.closeTo(0.731, 3) },
  ]);
  const [first, second] = await explainErrors(errors, predict, two, 1);
  expect(first.words?.length).toBe(2);
  expect(second.words).toBeUndefined();
});

test("worstErrors of several labels and of numbers", () => {
  const both: Task = { kind: "multi-label", labels: ["x", "y"] };
  const some: Example[] = [
    { text: "a", target: [1, 0] },
    { text: "b", target: [0, 0] },
  ];
  expect(worstErrors(some, Float32Array.of(0.2, 0.1, 0.9, 0.7), both)).toMatchObject([
    { text: "b", expected: "(none)", found: "x, y", confidence: expect.closeTo(0.9) },
    { text: "a", expected: "x", found: "(none)", confidence: expect.closeTo(0.8) },
  ]);
  const numbers: Example[] = [
    { text: "a", target: 1 },
    { text: "b", target: 2 },
  ];
  expect(worstErrors(numbers, Float32Array.of(1.5, 5), { kind: "regression" })[0]).toMatchObject({
    text: "b",
    expected: "2",
    found: "5",
    confidence: 3,
  });
});

test("slicesOf(examples, hits) scores each tag and each quarter of lengths, worst tag first", () => {
  const examples = Array.from({ length: 8 }, (_, i): Example => ({
    text: "word ".repeat(i + 1),
    target: 0,
    tags: { domain: i % 2 ? "films" : "books" },
  }));
  const hits = Float64Array.from(examples, (_, i) => i % 2);
  const slices = slicesOf(examples, hits, new Float64Array(8).fill(1));
  expect(
    slices.map(({ by, name, count, value, baseline }) => [by, name, count, value, baseline]),
  ).toEqual([
    ["domain", "books", 4, 0, 1],
    ["domain", "films", 4, 1, 1],
    ["length", "1 to 2 words", 2, 0.5, 1],
    ["length", "3 to 4 words", 2, 0.5, 1],
    ["length", "5 to 6 words", 2, 0.5, 1],
    ["length", "7 to 8 words", 2, 0.5, 1],
  ]);
  expect(slices[0].high).toBeGreaterThan(0.3);
  expect(
    slicesOf(
      examples.map(({ text }) => ({ text: text.slice(0, 4), target: 1 })),
      new Float64Array(8).fill(-2),
    ),
  ).toEqual([{ by: "length", name: "1 words", count: 8, value: 2 }]);
});
