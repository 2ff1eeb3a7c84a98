import { describe, expect, test } from "vitest";
import { checkShape } from "./check-shape.ts";
import { Problem } from "../problem.ts";
import { refusal } from "../test-support/refusal.ts";

const spec = (shape: number[], datatype: "FP32" | "INT8" = "FP32") => ({
  name: "x",
  datatype,
  shape,
});
const check = (given: number[], wanted: number[]) => checkShape(spec(given), spec(wanted), "x");

describe("3.3 checkShape", () => {
  test("lets the model's own shape pass", () => {
    check([2, 28], [2, 28]);
    check([], []);
  });

  test("lets any size pass where the model says -1, on every axis", () => {
    check([5, 28], [-1, 28]);
    check([28, 0], [28, -1]);
  });

  test("refuses another size with both shapes", () => {
    expect(refusal(() => check([5, 27], [-1, 28]), Problem)).toContain(
      "a shape of (-1, 28), found (5, 27)",
    );
    expect(refusal(() => check([28, 5], [5, 28]), Problem)).toContain("found (28, 5)");
  });

  test("refuses an axis too few and one too many", () => {
    expect(refusal(() => check([28], [-1, 28]), Problem)).toContain("found (28)");
    expect(refusal(() => check([1, 28, 1], [-1, 28]), Problem)).toContain("found (1, 28, 1)");
    expect(refusal(() => check([1, 28], [-1]), Problem)).toContain("found (1, 28)");
  });

  test("refuses another data type with both", () => {
    expect(refusal(() => checkShape(spec([1], "INT8"), spec([1]), "x"), Problem)).toContain(
      "takes FP32, found INT8",
    );
  });

  test("throws a problem of status 400", () => {
    const status = () => {
      try {
        check([1], [2]);
      } catch (error) {
        if (error instanceof Problem) return error.status;
        throw error;
      }
      return "nothing is refused";
    };
    expect(status()).toBe(400);
  });
});
