import { expect, it } from "vitest";
import { floatFormatter, formatScalar } from "./float.ts";

it("floatFormatter(values) gives all elements one width", () => {
  const write = floatFormatter([1.5, -10.25, NaN], false);
  expect([write(1.5), write(-10.25), write(NaN)]).toEqual(["  1.5 ", "-10.25", "   nan"]);
});

it("floatFormatter(values) turns to exponents for large, tiny or far-apart magnitudes", () => {
  expect(floatFormatter([1e8], false)(1e8)).toBe("1.e+08");
  expect(floatFormatter([1e-5, 1], false)(1)).toBe("1.e+00");
  expect(floatFormatter([1, 1001], false)(1)).toBe("1.000e+00");
  expect(floatFormatter([1, 1000], false)(1)).toBe("   1.");
  expect(floatFormatter([1e6], true)(1e6)).toBe("1.e+06");
});

it("formatScalar(x) shows all digits", () => {
  expect(formatScalar(1 / 3, false)).toBe("0.3333333333333333");
  expect(formatScalar(1e16, false)).toBe("1e+16");
  expect(formatScalar(-5, false)).toBe("-5.0");
  expect(formatScalar(Math.fround(0.1), true)).toBe("0.1");
  expect([NaN, Infinity, -Infinity].map((x) => formatScalar(x, false))).toEqual([
    "nan",
    "inf",
    "-inf",
  ]);
});
