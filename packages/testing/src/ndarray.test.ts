import { array, matmul, multiply, randomGenerator, subtract, sum, tanh } from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { describe, expect, it } from "vitest";
import { allClose } from "./all-close.ts";
import { checkGradient } from "./check-gradient.ts";
import "./matchers.ts";

// N samples, D features, K outputs.
const generator = randomGenerator(3);
const X = generator.standardNormal([4, 3]);
const W = generator.standardNormal([3, 2]);
const square = generator.standardNormal([3, 3]);
const bias = generator.standardNormal([3]);

const scale = (b: NDArray) => multiply(square, b);
const scaleGradient = (axis: number) => (_b: NDArray, dY: NDArray) =>
  sum(multiply(dY, square), { axis });
const tanhGradient = (x: NDArray, dY: NDArray) => {
  const y = tanh(x);
  return multiply(dY, subtract(1, multiply(y, y)));
};

describe("with NDArrays", () => {
  it("toBeAllClose(expected) compares views by their elements, with nested arrays too", () => {
    const a = array([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(a.T).toBeAllClose([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    const reversed = array(
      [
        [3, 1],
        [6, 4],
      ],
      { dtype: "float32" },
    );
    expect(a.at(":", "::-2")).toBeAllClose(reversed);
    expect(a).not.toBeAllClose(a.reshape([3, 2]));
    expect(allClose(array([true, false]), [1, 0])).toBe(true);
    expect(array(7)).toBeAllClose(7);
  });

  it("checkGradient(f, grad, x) hands grad an NDArray upstream and catches a transposed operand", () => {
    const { checked, worst } = checkGradient(
      (x) => matmul(x, W),
      (_x, dY) => matmul(dY, W.T),
      X,
    );
    expect(checked).toBe(12);
    expect(worst.absoluteError).toBeLessThan(1e-8);
    expect(() =>
      checkGradient(
        (x) => matmul(x, square),
        (_x, dY) => matmul(dY, square),
        X,
      ),
    ).toThrow("elements are wrong");
  });

  it("checkGradient(f, grad, x) catches a sum over the wrong axis", () => {
    expect(checkGradient(scale, scaleGradient(0), bias).checked).toBe(3);
    expect(() => checkGradient(scale, scaleGradient(1), bias)).toThrow("elements are wrong");
  });

  it("checkGradient(f, grad, x) steps through a view and restores its base", () => {
    const before = X.copy();
    expect(checkGradient((x) => tanh(x), tanhGradient, X.at("::2", "1:").T).checked).toBe(4);
    expect(X).toBeAllClose(before, { rtol: 0 });
  });

  it("checkGradient(f, grad, x) refuses float32", () => {
    const single = X.astype("float32");
    expect(() => checkGradient((x) => tanh(x), tanhGradient, single)).toThrow(
      "x must be float64, found Float32Array",
    );
  });
});
