import "@ml-roadmap/testing/matchers";
import { seededNormal } from "@ml-roadmap/testing";
import { expect, test } from "vitest";
import { fitTemperature } from "./temperature.ts";

/** Rows of two logits that differ by `gap`, of which `right` of `count` have the second class. */
const group = (gap: number, right: number, count: number, offset = 0) => ({
  logits: Array.from({ length: count }, () => [offset, offset + gap]).flat(),
  targets: Array.from({ length: count }, (_, i) => Number(i < right)),
});

/** The mean log loss at a temperature, straight from its formula. */
const lossAt = (
  logits: readonly number[],
  targets: readonly number[],
  classes: number,
  T: number,
) =>
  targets.reduce((sum, y, i) => {
    const row = logits.slice(i * classes, (i + 1) * classes);
    return sum + Math.log(row.reduce((total, z) => total + Math.exp((z - row[y]) / T), 0));
  }, 0) / targets.length;

test("4.14 fitTemperature(logits, targets, 2) is 2 for a model twice as sure as it is right", () => {
  // Right 3 times of 4 is a logit of ln 3.
  const { logits, targets } = group(2 * Math.log(3), 3, 4);
  expect(fitTemperature(logits, targets, 2)).toBeAllClose(2, { rtol: 1e-5 });
});

test("4.14 fitTemperature(logits, targets, 2) is below 1 for a model that is not sure enough", () => {
  const { logits, targets } = group(Math.log(9) / 4, 9, 10);
  expect(fitTemperature(logits, targets, 2)).toBeAllClose(0.25, { rtol: 1e-5 });
});

test("4.14 fitTemperature(logits, targets, K) has the least log loss of all temperatures", () => {
  const logits = Array.from(seededNormal(3, 300, { std: 2 }));
  const targets = Array.from({ length: 100 }, (_, i) => {
    const row = logits.slice(3 * i, 3 * i + 3);
    return i % 3 === 0 ? (i % 7) % 3 : row.indexOf(Math.max(...row));
  });
  const best = fitTemperature(logits, targets, 3);
  const least = lossAt(logits, targets, 3, best);
  for (const factor of [0.5, 0.9, 0.99, 1.01, 1.1, 2]) {
    expect(lossAt(logits, targets, 3, best * factor)).toBeGreaterThan(least);
  }
});

test("4.14 fitTemperature(logits, targets, K) weighs all texts, the right ones and the wrong ones", () => {
  // Two groups of different confidence, and three classes, one of them never likely.
  const [a, b] = [group(4, 9, 10), group(1, 6, 10)];
  const logits = [...a.logits, ...b.logits].flatMap((z, e) => (e % 2 === 1 ? [z, -3] : [z]));
  const targets = [...a.targets, ...b.targets];
  const best = fitTemperature(logits, targets, 3);
  const slope =
    (lossAt(logits, targets, 3, best * 1.0001) - lossAt(logits, targets, 3, best / 1.0001)) / 2e-4;
  expect(Math.abs(slope)).toBeLessThan(1e-4);
});

test("4.14 fitTemperature(logits, targets, K) does not change when a constant is added to a row, however large", () => {
  const { logits, targets } = group(2 * Math.log(3), 3, 4, 5000);
  expect(fitTemperature(logits, targets, 2)).toBeAllClose(2, { rtol: 1e-5 });
  expect(
    fitTemperature(
      logits.map((z) => z - 10_000),
      targets,
      2,
    ),
  ).toBeAllClose(2, { rtol: 1e-5 });
});

test("4.14 fitTemperature(logits, targets, K) stays in its range: all right, or right by chance", () => {
  expect(fitTemperature([0, 5, 5, 0], [1, 0], 2)).toBe(0.05);
  expect(fitTemperature([0, 5, 0, 5], [1, 0], 2)).toBe(20);
  expect(fitTemperature([0, 5, 0, 5, 0, 5], [0, 0, 0], 2)).toBe(20);
});

test("fitTemperature(logits, targets, K) refuses nothing, unequal lengths and NaN", () => {
  expect(() => fitTemperature([], [], 2)).toThrow("at least one target, found 0 for 0");
  expect(() => fitTemperature([1, 2, 3], [0], 2)).toThrow("expected 2 logits for each");
  expect(() => fitTemperature([1, NaN], [0], 2)).toThrow("logits must be finite, found NaN at 1");
});
