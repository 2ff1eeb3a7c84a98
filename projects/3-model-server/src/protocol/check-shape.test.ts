import { describe, expect, test } from "vitest";
import { checkShape } from "./check-shape.ts";

const spec = (shape: number[], datatype: "FP32" | "INT8" = "FP32") => ({
  name: "x",
  datatype,
  shape,
});
const check = (given: number[], wanted: number[]) => checkShape(spec(given), spec(wanted), "x");

describe("3.3 checkShape", () => {
  test("lets the model's own shape pass", () => {
    expect(() => check([2, 28], [2, 28])).not.toThrow();
    expect(() => check([], [])).not.toThrow();
  });

  test("lets any size pass where the model says -1, on every axis", () => {
    expect(() => check([5, 28], [-1, 28])).not.toThrow();
    expect(() => check([28, 0], [28, -1])).not.toThrow();
  });

  test("refuses another size with both shapes", () => {
    expect(() => check([5, 27], [-1, 28])).toThrow("a shape of (-1, 28), found (5, 27)");
    expect(() => check([28, 5], [5, 28])).toThrow("found (28, 5)");
  });

  test("refuses an axis too few and one too many", () => {
    expect(() => check([28], [-1, 28])).toThrow("found (28)");
    expect(() => check([1, 28, 1], [-1, 28])).toThrow("found (1, 28, 1)");
    expect(() => check([1, 28], [-1])).toThrow("found (1, 28)");
  });

  test("refuses another data type with both", () => {
    expect(() => checkShape(spec([1], "INT8"), spec([1]), "x")).toThrow("takes FP32, found INT8");
  });

  test("throws a problem of status 400", () => {
    expect(() => check([1], [2])).toThrow(expect.objectContaining({ status: 400 }));
  });
});
