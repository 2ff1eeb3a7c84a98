import * as fc from "fast-check";
import { expect, test } from "vitest";
import { stratifiedSplit } from "./split.ts";

const labelsAndShares = fc.record({
  labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 60 }),
  validation: fc.double({ min: 0, max: 0.45, noNaN: true }),
  test: fc.double({ min: 0, max: 0.45, noNaN: true }),
  seed: fc.nat(1000),
});

test("1.1 stratifiedSplit(labels) puts every row into exactly one part", () => {
  fc.assert(
    fc.property(labelsAndShares, ({ labels, ...options }) => {
      const split = stratifiedSplit(labels, options);
      const rows = [...split.train, ...split.validation, ...split.test];
      expect(rows.sort((a, b) => a - b)).toEqual([...labels.keys()]);
    }),
  );
});

test("1.1 stratifiedSplit(labels) takes round(share * n) rows of every class of n rows", () => {
  fc.assert(
    fc.property(labelsAndShares, ({ labels, ...options }) => {
      const split = stratifiedSplit(labels, options);
      for (const label of new Set(labels)) {
        const count = (rows: readonly number[]) =>
          rows.filter((row) => labels[row] === label).length;
        const size = labels.filter((other) => other === label).length;
        expect({ label, test: count(split.test), validation: count(split.validation) }).toEqual({
          label,
          test: Math.round(options.test * size),
          validation: Math.round(options.validation * size),
        });
      }
    }),
  );
});

test("1.1 stratifiedSplit(labels) keeps a rare class in proportion", () => {
  const labels = Array.from({ length: 500 }, (_, row) => (row < 50 ? 1 : 0));
  const { test: rows } = stratifiedSplit(labels, { validation: 0.2, test: 0.2, seed: 7 });
  expect(rows.filter((row) => labels[row] === 1)).toHaveLength(10);
});

test("1.1 stratifiedSplit(labels) deals the rows at random, not in the order of the file", () => {
  const labels = new Array<number>(300).fill(0);
  const split = stratifiedSplit(labels, { validation: 0.3, test: 0.3, seed: 1 });
  const middle = (rows: readonly number[]) => rows.reduce((a, b) => a + b, 0) / rows.length;
  // Taken from one end, a part's mean row number would be 45 or 255; at random it is near 150.
  for (const part of [split.train, split.validation, split.test]) {
    expect(Math.abs(middle(part) - 149.5)).toBeLessThan(40);
  }
});

test("1.1 stratifiedSplit(labels, { seed }) gives the same parts for the same seed only", () => {
  const labels = Array.from({ length: 100 }, (_, row) => row % 2);
  const split = (seed: number) => stratifiedSplit(labels, { validation: 0.2, test: 0.2, seed });
  expect(split(3)).toEqual(split(3));
  expect(new Set(split(4).test)).not.toEqual(new Set(split(3).test));
});

test("stratifiedSplit(labels) refuses shares that leave nothing to train on", () => {
  expect(() => stratifiedSplit([0, 1], { validation: 0.5, test: 0.5, seed: 0 })).toThrow(
    "validation and test must be >= 0 and together below 1, found 0.5 and 0.5",
  );
  expect(() => stratifiedSplit([0, 1], { validation: -0.1, test: 0.5, seed: 0 })).toThrow(
    "found -0.1 and 0.5",
  );
});

test("stratifiedSplit(labels) has no end at the number of arguments that a call may have", () => {
  const labels = new Uint8Array(400_000);
  const { train, validation, test } = stratifiedSplit(labels, {
    validation: 0.2,
    test: 0.2,
    seed: 1,
  });
  expect([train.length, validation.length, test.length]).toEqual([240_000, 80_000, 80_000]);
});
