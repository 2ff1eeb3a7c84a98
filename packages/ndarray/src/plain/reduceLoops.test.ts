import { expect, it } from "vitest";
import { compilePairwiseSum, compileReduce, compileRows, compileSumRows } from "./reduceLoops.ts";

const sum = compilePairwiseSum("test");

it("compilePairwiseSum keeps the error small where a running sum loses digits", () => {
  const n = 1_000_000;
  const x = new Float64Array(n).fill(0.1);
  let running = 0;
  for (const value of x) running += value;
  expect(Math.abs(running - n / 10)).toBeGreaterThan(1e-7);
  expect(Math.abs(sum(n, x, 0, 1) - n / 10)).toBeLessThan(1e-9);
});

it("compilePairwiseSum sums any length and stride", () => {
  const x = Float64Array.from({ length: 2000 }, (_, i) => i);
  for (const n of [1, 7, 8, 9, 127, 128, 129, 255, 1000]) {
    expect(sum(n, x, 0, 1)).toBe((n * (n - 1)) / 2);
    expect(sum(n, x, 1999, -2)).toBe(1999 * n - n * (n - 1));
  }
});

it("compileReduce(initial, step, isDone) stops early", () => {
  const any = compileReduce("0", "x !== 0 ? 1 : acc", "acc === 1");
  expect(any(3, Float64Array.of(0, 5, 0), 0, 1)).toBe(1);
  expect(any(2, Float64Array.of(0, 5, 0), 0, 2)).toBe(0);
});

it("compileRows(step) and compileSumRows accumulate rows into a row", () => {
  const x = Float64Array.from({ length: 300 * 3 }, (_, i) => i % 17);
  const acc = new Float64Array(5);
  compileSumRows("test")(300, 3, x, 0, 3, 1, acc, 1);
  const expected = [0, 1, 2].map((j) =>
    Array.from(x).reduce((s, v, i) => (i % 3 === j ? s + v : s), 0),
  );
  expect(Array.from(acc)).toEqual([0, ...expected, 0]);
  const top = new Float64Array(3).fill(-Infinity);
  compileRows("x > acc ? x : acc")(300, 3, x, 0, 3, 1, top, 0);
  expect(Array.from(top)).toEqual([16, 16, 16]);
});
