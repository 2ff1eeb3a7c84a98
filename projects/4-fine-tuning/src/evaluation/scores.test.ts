import "@ml-roadmap/testing/matchers";
import { expect, test } from "vitest";
import type { Task } from "../data/example.ts";
import { pearson, spearman } from "./number-scores.ts";
import { pairedTest } from "./paired-test.ts";
import { probabilitiesOf } from "./probabilities.ts";
import { hitsOf, scoresOf } from "./scores.ts";
import { tInterval, tQuantile } from "./student-t.ts";

const two: Task = { kind: "classes", labels: ["no", "yes"] };
const three: Task = { kind: "classes", labels: ["a", "b", "c"] };
const both: Task = { kind: "multi-label", labels: ["x", "y"] };
const named = (scores: ReturnType<typeof scoresOf>) =>
  Object.fromEntries(scores.map((score) => [score.name, score.value]));

test("probabilitiesOf(logits, task, T) is a softmax over classes, a sigmoid for each label", () => {
  expect(probabilitiesOf(Float32Array.of(1000, 1000 + 2), two, 2)).toBeAllClose([
    1 / (1 + Math.E),
    Math.E / (1 + Math.E),
  ]);
  expect(probabilitiesOf(Float32Array.of(-800, 0), both)).toBeAllClose([0, 0.5]);
  expect(() => probabilitiesOf(Float32Array.of(1, 2), two, 0)).toThrow(
    "temperature must be above 0",
  );
  expect(() => probabilitiesOf(Float32Array.of(1), { kind: "regression" })).toThrow(
    "has no probability",
  );
});

test("scoresOf(logits, targets) of two classes has the usual scores with intervals", () => {
  // 2 true positives, 1 false positive, 1 true negative, 1 false negative.
  const logits = Float32Array.of(0, 1, 0, 2, 0, 1, 1, 0, 3, 0);
  const scores = scoresOf(logits, [1, 1, 0, 0, 1], two);
  const values = named(scores);
  expect(values["accuracy"]).toBeAllClose(0.6);
  expect(values["F1"]).toBeAllClose(2 / 3);
  expect(values["macro F1"]).toBeAllClose((2 / 3 + 1 / 2) / 2);
  expect(values["MCC"]).toBeAllClose((2 * 1 - 1 * 1) / Math.sqrt(3 * 3 * 2 * 2));
  const p = probabilitiesOf(logits, two);
  const loss = -[p[1], p[3], p[4], p[6], p[9]].reduce((sum, q) => sum + Math.log(q), 0) / 5;
  expect(values["log loss"]).toBeAllClose(loss);
  expect(scores[0]).toMatchObject({ name: "accuracy", better: "higher" });
  expect(scores[0].low).toBeLessThan(0.6);
  expect(scores[0].high).toBeGreaterThan(0.6);
});

test("scoresOf(logits, targets, task, T) changes the log loss with the temperature, and no answer", () => {
  const logits = Float32Array.of(0, 4, 0, 3, 0, 0, 1, 5, 2);
  const [cold, warm] = [1, 3].map((T) => named(scoresOf(logits, [1, 0, 1], three, T)));
  expect(warm["accuracy"]).toBe(cold["accuracy"]);
  expect(warm["log loss"]).not.toBeCloseTo(cold["log loss"]);
});

test("scoresOf(logits, targets) of several labels counts micro, macro and exact matches", () => {
  const logits = Float32Array.of(1, 1, 1, -1, -1, -1, 1, -1);
  const scores = named(
    scoresOf(
      logits,
      [
        [1, 1],
        [1, 1],
        [0, 0],
        [0, 1],
      ],
      both,
    ),
  );
  // x: 2 hits of 3 predicted and 2 actual; y: 1 hit of 1 predicted and 3 actual.
  expect(scores["micro F1"]).toBeAllClose(6 / 9);
  expect(scores["macro F1"]).toBeAllClose((4 / 5 + 2 / 4) / 2);
  expect(scores["exact match"]).toBeAllClose(0.5);
});

test("scoresOf(numbers, targets) has both correlations and both errors", () => {
  const scores = named(
    scoresOf(Float32Array.of(1, 2, 3, 10), [1, 3, 2, 4], { kind: "regression" }),
  );
  expect(scores["Spearman rho"]).toBeAllClose(0.8);
  expect(scores["RMSE"]).toBeAllClose(Math.sqrt((0 + 1 + 1 + 36) / 4));
  expect(scores["MAE"]).toBeAllClose(2);
  expect(named(scoresOf(Float32Array.of(1, 1), [1, 2], { kind: "regression" }))["Pearson r"]).toBe(
    0,
  );
});

test("pearson(a, b) and spearman(a, b) are scipy's, ties included", () => {
  const [a, b] = [
    [1, 2, 2, 4, 7],
    [2, 1, 4, 4, 5],
  ];
  expect(pearson(a, b)).toBeAllClose(0.7519737943535081, { rtol: 1e-12 });
  expect(spearman(a, b)).toBeAllClose(0.7631578947368421, { rtol: 1e-12 });
});

test("scoresOf refuses no texts, wrong counts and NaN, naming the text", () => {
  expect(() => scoresOf(Float32Array.of(), [], two)).toThrow("no texts to score");
  expect(() => scoresOf(Float32Array.of(1, 2), [0, 1], two)).toThrow(
    "expected 2 x 2 logits, found 2",
  );
  expect(() => scoresOf(Float32Array.of(1, 2, NaN, 0), [0, 1], two)).toThrow(
    "answers text 1 with NaN",
  );
});

test("tQuantile(p, df) and tInterval(values) are those of the tables", () => {
  expect(tQuantile(0.975, 1)).toBeAllClose(12.706204736, { rtol: 1e-8 });
  expect(tQuantile(0.975, 2)).toBeAllClose(4.30265273, { rtol: 1e-8 });
  expect(tQuantile(0.975, 30)).toBeAllClose(2.042272456, { rtol: 1e-8 });
  expect(tQuantile(0.5, 3)).toBeAllClose(0, { atol: 1e-12 });
  const { mean, low, high } = tInterval([84, 85, 86]);
  expect([mean, low, high]).toBeAllClose(
    [85, 85 - 4.30265273 / Math.sqrt(3), 85 + 4.30265273 / Math.sqrt(3)],
    { rtol: 1e-8 },
  );
  expect(() => tInterval([1])).toThrow("two values or more are needed, found 1");
});

test("pairedTest(model, baseline) counts the texts on which they differ", () => {
  const model = Float64Array.from({ length: 40 }, (_, i) => Number(i < 36));
  const baseline = Float64Array.from({ length: 40 }, (_, i) => Number(i >= 10));
  expect(pairedTest(model, baseline)).toMatchObject({
    test: "McNemar's test",
    modelOnly: 10,
    baselineOnly: 4,
    pValue: expect.closeTo(0.1796, 4),
    difference: expect.closeTo(0.15),
  });
  expect(pairedTest(Float64Array.of(-1, -2), Float64Array.of(-1.5, -2))).toMatchObject({
    test: "sign test",
    modelOnly: 1,
    baselineOnly: 0,
    pValue: 1,
  });
});

test("hitsOf(logits, targets) tells right from wrong, and how far numbers are off", () => {
  expect([...hitsOf(Float32Array.of(0, 1, 1, 0), [1, 1], two)]).toEqual([1, 0]);
  expect([
    ...hitsOf(
      Float32Array.of(1, -1, 1, 1),
      [
        [1, 0],
        [1, 0],
      ],
      both,
    ),
  ]).toEqual([1, 0]);
  expect([...hitsOf(Float32Array.of(1, 4), [1, 2], { kind: "regression" })]).toEqual([-0, -2]);
});
