import { expect, it } from "vitest";
import { arange, linspace } from "./range.ts";

it("arange(stop), arange(start, stop) and arange(start, stop, step) leave the stop out", () => {
  expect(arange(3).toArray()).toEqual([0, 1, 2]);
  expect(arange(2, 4).toArray()).toEqual([2, 3]);
  expect(arange(5, 0, -2).toArray()).toEqual([5, 3, 1]);
  expect(arange(3, { dtype: "int32" }).dtype).toBe("int32");
  expect(arange(0, 4, 2, { dtype: "uint8" }).toArray()).toEqual([0, 2]);
});

it("arange(start, stop, step) refuses a step of 0, infinite bounds and values that do not fit", () => {
  expect(() => arange(0, 1, 0)).toThrow("arange: expected finite bounds and a step other than 0");
  expect(() => arange(Infinity)).toThrow("arange: expected finite bounds");
  expect(() => arange(250, 260, 1, { dtype: "uint8" })).toThrow("arange: 256 does not fit uint8");
});

it("linspace(start, stop, count) hits both ends exactly", () => {
  const a = linspace(0.1, 0.7, 7);
  expect(a.get(0)).toBe(0.1);
  expect(a.get(6)).toBe(0.7);
  expect(linspace(0, 1).size).toBe(50);
  expect(linspace(0, 1, 4, { endpoint: false }).toArray()).toEqual([0, 0.25, 0.5, 0.75]);
  expect(() => linspace(0, 1, -1)).toThrow(
    "linspace: expected a whole number of points >= 0, got -1",
  );
});

it("linspace(start, stop, count, { dtype }) rounds integers down and refuses those that do not fit", () => {
  expect(linspace(-1, 0.5, 4, { dtype: "int32" }).toArray()).toEqual([-1, -1, 0, 0]);
  expect(() => linspace(0, 300, 2, { dtype: "uint8" })).toThrow("linspace: 300 does not fit uint8");
});

it("arange and linspace of bools hold nothing but 0 and 1", () => {
  expect([...arange(5, 7, { dtype: "bool" }).data]).toEqual([1, 1]);
  expect([...linspace(0, 2, 3, { dtype: "bool" }).data]).toEqual([0, 1, 1]);
  expect([...linspace(0, 1, 3, { dtype: "bool" }).data]).toEqual([0, 1, 1]);
  expect(() => arange(3, { dtype: "bool" })).toThrow(
    "arange: bool has two values, expected at most 2 elements, got 3",
  );
});
