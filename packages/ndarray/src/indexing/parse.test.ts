import { expect, it } from "vitest";
import { checkPosition, parseSlice, resolveSlice } from "./parse.ts";

it("parseSlice(text) reads start, stop and step, each of which may be left out", () => {
  expect(parseSlice("1:10:2")).toEqual({ start: 1, stop: 10, step: 2 });
  expect(parseSlice(" : ")).toEqual({ start: undefined, stop: undefined, step: 1 });
  expect(parseSlice("-3::-1")).toEqual({ start: -3, stop: undefined, step: -1 });
});

it("parseSlice(text) refuses a step of 0 and what is no slice", () => {
  expect(() => parseSlice("::0")).toThrow('index: the step of slice "::0" is zero');
  expect(() => parseSlice("1.5:")).toThrow(
    'index: expected a slice such as "1:10:2", ":" or "...", got "1.5:"',
  );
  expect(() => parseSlice("3")).toThrow("index: expected a slice");
});

it("resolveSlice(slice, n) clamps as Python does", () => {
  expect(resolveSlice(parseSlice("-10:10"), 4)).toEqual({ start: 0, count: 4 });
  expect(resolveSlice(parseSlice("::-2"), 5)).toEqual({ start: 4, count: 3 });
  expect(resolveSlice(parseSlice("3:1"), 5)).toEqual({ start: 3, count: 0 });
  expect(resolveSlice(parseSlice("::-1"), 0)).toEqual({ start: -1, count: 0 });
});

it("checkPosition(operation, index, axis, n) names the axis and its size", () => {
  expect(checkPosition("index", -1, 0, 3)).toBe(2);
  expect(() => checkPosition("index", 3, 1, 3)).toThrow(
    "index: index 3 is out of bounds for axis 1 of size 3",
  );
  expect(() => checkPosition("index", 0.5, 0, 3)).toThrow(
    "index: an index is a whole number, got 0.5",
  );
});
