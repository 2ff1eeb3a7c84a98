import { expect, test } from "vitest";
import { calibrate } from "./calibrate.ts";
import { calibrationOf } from "./calibration.ts";

// Right 3 times of 4 with a logit of 2 ln 3: twice too sure.
const sure = 2 * Math.log(3);

test("4.14 calibrate(logits, targets, task) fits classes and several labels alike", () => {
  const classes = { kind: "classes", labels: ["no", "yes"] } as const;
  expect(
    calibrate(Float32Array.of(0, sure, 0, sure, 0, sure, 0, sure), [1, 1, 1, 0], classes),
  ).toBeCloseTo(2, 4);
  const labels = { kind: "multi-label", labels: ["x", "y"] } as const;
  expect(
    calibrate(
      Float32Array.of(sure, sure, sure, sure),
      [
        [1, 1],
        [1, 0],
      ],
      labels,
    ),
  ).toBeCloseTo(2, 4);
});

test("4.14 calibrate leaves a model as sure as it was where all validation texts are right", () => {
  const classes = { kind: "classes", labels: ["no", "yes"] } as const;
  expect(calibrate(Float32Array.of(0, sure, sure, 0), [1, 0], classes)).toBe(1);
  const labels = { kind: "multi-label", labels: ["x"] } as const;
  expect(calibrate(Float32Array.of(sure, -sure), [[1], [0]], labels)).toBe(1);
});

test("calibrate of numbers, and without validation texts, is 1", () => {
  expect(calibrate(Float32Array.of(3), [1], { kind: "regression" })).toBe(1);
  expect(calibrate(Float32Array.of(), [], { kind: "classes", labels: ["no", "yes"] })).toBe(1);
});

test("calibrationOf(logits, targets, task, T) compares confidence with hits", () => {
  const classes = { kind: "classes", labels: ["no", "yes"] } as const;
  const logits = Float32Array.of(0, sure, 0, sure, 0, sure, 0, sure);
  expect(calibrationOf(logits, [1, 1, 1, 0], classes, 1)).toMatchObject({
    temperature: 1,
    curve: { predicted: [expect.closeTo(0.9)], observed: [0.75], counts: [4] },
    error: expect.closeTo(0.15),
  });
  expect(calibrationOf(logits, [1, 1, 1, 0], classes, 2)?.error).toBeCloseTo(0, 5);
  expect(calibrationOf(logits, [1], { kind: "regression" }, 1)).toBeUndefined();
});
