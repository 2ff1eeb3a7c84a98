import * as fc from "fast-check";
import { expect, test } from "vitest";
import { stratifiedKFold } from "./stratified-k-fold.ts";

const labelsAndFolds = fc
  .record({
    folds: fc.integer({ min: 2, max: 5 }),
    counts: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
    seed: fc.nat(1000),
  })
  .map(({ folds, counts, seed }) => ({
    folds,
    seed,
    labels: counts.flatMap((count, label) => new Array<number>(folds + count).fill(label)),
  }));

test("1.12 stratifiedKFold(labels, folds, seed) validates on every row once and trains on all others", () => {
  fc.assert(
    fc.property(labelsAndFolds, ({ labels, folds, seed }) => {
      const result = stratifiedKFold(labels, folds, seed);
      expect(result).toHaveLength(folds);
      const validated = result.flatMap(({ validation }) => validation);
      expect(validated.toSorted((a, b) => a - b)).toEqual([...labels.keys()]);
      for (const { train, validation } of result) {
        const rows = [...train, ...validation].sort((a, b) => a - b);
        expect(rows).toEqual([...labels.keys()]);
      }
    }),
  );
});

test("1.12 stratifiedKFold(labels, folds, seed) divides the rows, and each class, evenly to within one", () => {
  fc.assert(
    fc.property(labelsAndFolds, ({ labels, folds, seed }) => {
      const result = stratifiedKFold(labels, folds, seed);
      const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);
      expect(spread(result.map(({ validation }) => validation.length))).toBeLessThanOrEqual(1);
      for (const label of new Set(labels)) {
        const counts = result.map(
          ({ validation }) => validation.filter((row) => labels[row] === label).length,
        );
        expect({ label, spread: spread(counts) <= 1 }).toEqual({ label, spread: true });
      }
    }),
  );
});

test("1.12 stratifiedKFold(labels, folds, seed) lists rows in ascending order", () => {
  const labels = Array.from({ length: 30 }, (_, row) => row % 2);
  for (const { train, validation } of stratifiedKFold(labels, 3, 1)) {
    expect(train).toEqual(train.toSorted((a, b) => a - b));
    expect(validation).toEqual(validation.toSorted((a, b) => a - b));
  }
});

test("1.12 stratifiedKFold(labels, folds, seed) deals at random, the same way for the same seed", () => {
  const labels = Array.from({ length: 200 }, (_, row) => (row < 120 ? 0 : 1));
  const folds = stratifiedKFold(labels, 4, 5);
  expect(folds).toEqual(stratifiedKFold(labels, 4, 5));
  expect(folds).not.toEqual(stratifiedKFold(labels, 4, 6));
  // Neither blocks of neighbours nor every fourth row: gaps between the rows of a part vary.
  const gaps = folds[0].validation.slice(1).map((row, i) => row - folds[0].validation[i]);
  expect(new Set(gaps).size).toBeGreaterThan(3);
});

test("stratifiedKFold(labels, folds, seed) refuses more folds than the smallest class has rows", () => {
  expect(() => stratifiedKFold([0, 0, 0, 1, 1], 3, 0)).toThrow(
    "folds must be a whole number from 2 to 2 (the rows of the smallest class), found 3",
  );
  expect(() => stratifiedKFold([0, 0, 1, 1], 1, 0)).toThrow("found 1");
});
