import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { ones, zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { formatArray, reprArray } from "./format.ts";

it("formatArray(a) aligns columns and separates blocks as NumPy's print", () => {
  expect(formatArray(array([[1, 2.5], [-3, 100]]))).toBe("[[  1.    2.5]\n [ -3.  100. ]]"); // prettier-ignore
  expect(formatArray(ones([2, 1, 2], { dtype: "int32" }))).toBe("[[[1 1]]\n\n [[1 1]]]");
  expect(formatArray(array([true, false]))).toBe("[ True False]");
  expect(formatArray(array([1e-10, NaN, -Infinity]))).toBe("[1.e-10    nan   -inf]");
});

it("formatArray(a) shows the ends of more than 1000 elements", () => {
  expect(formatArray(arange(1001))).toBe("[   0.    1.    2. ...  998.  999. 1000.]");
  expect(formatArray(zeros(1000)).split("\n")).toHaveLength(42);
});

it("reprArray(a) adds the dtype and, for summaries, the shape", () => {
  expect(reprArray(array([1, 2], { dtype: "float32" }))).toBe("array([1., 2.], dtype=float32)");
  expect(reprArray(zeros([2, 0]))).toBe("array([], shape=(2, 0), dtype=float64)");
  expect(reprArray(zeros(2000))).toBe("array([0., 0., 0., ..., 0., 0., 0.], shape=(2000,))");
});
