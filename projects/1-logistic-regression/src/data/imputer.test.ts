import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fitNumberImputer, fitTextImputer, impute } from "./imputer.ts";

test("1.2 fitNumberImputer(column) fills with the middle one of an odd count", () => {
  expect(fitNumberImputer([7, 1, null, 3])).toEqual({ fill: 3, hasMissing: true });
});

test("1.2 fitNumberImputer(column) fills with the mean of the middle two of an even count", () => {
  expect(fitNumberImputer([4, 1, 3, 10])).toEqual({ fill: 3.5, hasMissing: false });
});

test("1.2 fitNumberImputer(column) orders numbers by size, not as texts", () => {
  expect(fitNumberImputer([9, 10, 100, 2, 1]).fill).toBe(9);
  expect(fitNumberImputer([-1, -20, 3]).fill).toBe(-1);
});

test("1.2 fitNumberImputer(column) is not moved by one enormous fare", () => {
  expect(fitNumberImputer([7, 8, 9, 10, 1e6]).fill).toBe(9);
});

test("1.2 fitNumberImputer(column) has as many cells below the fill value as above", () => {
  const column = fc.array(fc.option(fc.integer({ min: -1000, max: 1000 })), { minLength: 1 });
  fc.assert(
    fc.property(column, (cells) => {
      const present = cells.filter((cell) => cell !== null);
      fc.pre(present.length > 0);
      const { fill, hasMissing } = fitNumberImputer(cells);
      const below = present.filter((cell) => cell < fill).length;
      const above = present.filter((cell) => cell > fill).length;
      expect(below).toBeLessThanOrEqual(present.length / 2);
      expect(above).toBeLessThanOrEqual(present.length / 2);
      expect(hasMissing).toBe(present.length < cells.length);
    }),
  );
});

test("1.2 fitNumberImputer(column) leaves the column as it was", () => {
  const column = [3, null, 1, 2];
  fitNumberImputer(column);
  expect(column).toEqual([3, null, 1, 2]);
});

test("1.2 fitTextImputer(column) fills with the most frequent text", () => {
  expect(fitTextImputer(["S", "C", null, "S", "Q"])).toEqual({ fill: "S", hasMissing: true });
  expect(fitTextImputer(["C", "S", "S"])).toEqual({ fill: "S", hasMissing: false });
});

test("1.2 fitTextImputer(column) counts what is there, not the holes", () => {
  expect(fitTextImputer([null, null, null, "Q"])).toEqual({ fill: "Q", hasMissing: true });
});

test("1.2 fitTextImputer(column) knows an empty text from a missing one", () => {
  expect(fitTextImputer(["", "S", ""])).toEqual({ fill: "", hasMissing: false });
  expect(fitTextImputer(["", null, "S", "S"])).toEqual({ fill: "S", hasMissing: true });
});

test("1.2 fitTextImputer(column) takes the first in alphabetical order of equally frequent texts", () => {
  expect(fitTextImputer(["S", "C", "Q", "C", "S"]).fill).toBe("C");
  expect(fitTextImputer(["b", "a"]).fill).toBe("a");
});

test("impute(column, imputer) fills holes with the training part's value and marks them", () => {
  const imputer = { fill: 28, hasMissing: true };
  expect(impute([null, 2, null, 80], imputer)).toEqual({
    values: [28, 2, 28, 80],
    missing: [1, 0, 1, 0],
  });
});

test("fitNumberImputer(column) and fitTextImputer(column) refuse a column without a single value", () => {
  expect(() => fitNumberImputer([null, null])).toThrow("all 2 cells of the column are missing");
  expect(() => fitTextImputer([])).toThrow("fitTextImputer: all 0 cells");
});
