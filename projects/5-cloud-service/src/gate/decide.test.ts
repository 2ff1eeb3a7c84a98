import { describe, expect, test } from "vitest";
import { decide, type Evaluation, type FixedSet, type GateLimits } from "./decide.ts";

const N = 200;
const set: FixedSet = {
  truth: Array.from({ length: N }, (_, i) => i % 2),
  slices: Array.from({ length: N }, (_, i) => (i < 150 ? "plain" : i < 190 ? "irony" : "rare")),
};
const limits: GateLimits = {
  maxDrop: 0.02,
  alpha: 0.05,
  sliceFloor: 0.6,
  sliceSize: 20,
  maxSlowdown: 1.5,
  maxBytes: 1000,
};

/** A model that is wrong on the examples named. */
const model = (wrong: readonly number[], change: Partial<Evaluation> = {}): Evaluation => ({
  predictions: set.truth.map((label, i) => (wrong.includes(i) ? 1 - label : label)),
  milliseconds: 2,
  bytes: 800,
  ...change,
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const champion = model(range(0, 20));

const failing = (challenger: Evaluation, against: Evaluation | undefined = champion, change = {}) =>
  decide(set, challenger, against, { ...limits, ...change })
    .filter(({ passes }) => !passes)
    .map(({ name }) => name);

describe("5.6 decide", () => {
  test("lists every check in order, small slices left out", () => {
    expect(decide(set, champion, champion, limits).map(({ name }) => name)).toEqual([
      "accuracy",
      "slice plain",
      "slice irony",
      "speed",
      "size",
    ]);
  });

  test("accepts a better model and an equal one", () => {
    expect(failing(model(range(0, 10)))).toEqual([]);
    expect(failing(champion)).toEqual([]);
    expect(failing(model(range(20, 40)))).toEqual([]);
  });

  test("accepts a drop that may be chance and is small", () => {
    expect(failing(model(range(10, 33)))).toEqual([]);
  });

  test("refuses a drop beyond the limit, even when it may be chance", () => {
    // Four of 200 more are 0.02, which is what it may lose, and 0.9 - 0.88 is a little more.
    expect(failing(model(range(10, 34)))).toEqual([]);
    expect(failing(model(range(10, 35)))).toEqual(["accuracy"]);
  });

  test("refuses a drop that is no chance, however small the limit lets it be", () => {
    expect(failing(model(range(0, 28)), champion, { maxDrop: 0.05 })).toEqual(["accuracy"]);
    expect(failing(model(range(10, 38)), champion, { maxDrop: 0.05 })).toEqual([]);
  });

  test("does not refuse an improvement because it is no chance", () => {
    expect(failing(model([]))).toEqual([]);
  });

  test("refuses a model that is better in all but fails one slice", () => {
    expect(failing(model(range(150, 167)))).toEqual(["slice irony"]);
    expect(failing(model(range(150, 166)))).toEqual([]);
  });

  test("does not judge by a slice of a few examples", () => {
    expect(failing(model(range(190, 200)))).toEqual([]);
    expect(failing(model(range(190, 200)), champion, { sliceSize: 10 })).toEqual(["slice rare"]);
  });

  test("refuses what is slower or larger than it may be, and takes the limit itself", () => {
    expect(failing(model([], { milliseconds: 3 }))).toEqual([]);
    expect(failing(model([], { milliseconds: 3.01 }))).toEqual(["speed"]);
    expect(failing(model([], { bytes: 1000 }))).toEqual([]);
    expect(failing(model([], { bytes: 1001 }))).toEqual(["size"]);
  });

  test("without a champion only floors and budgets count", () => {
    const first = (challenger: Evaluation) =>
      decide(set, challenger, undefined, limits)
        .filter(({ passes }) => !passes)
        .map(({ name }) => name);
    expect(first(model(range(0, 40), { milliseconds: 1e6 }))).toEqual([]);
    expect(first(model(range(0, 75), { bytes: 2000 }))).toEqual(["slice plain", "size"]);
  });

  test("tells all that is wrong at once", () => {
    expect(failing(model(range(0, 200), { milliseconds: 9, bytes: 9999 }))).toEqual([
      "accuracy",
      "slice plain",
      "slice irony",
      "speed",
      "size",
    ]);
  });
});
