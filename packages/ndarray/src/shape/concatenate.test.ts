import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { concatenate, stack } from "./concatenate.ts";

it("concatenate(arrays, { axis }) joins along an axis and promotes dtypes", () => {
  const joined = concatenate([arange(2, { dtype: "int32" }), array([0.5], { dtype: "float32" })]);
  expect([joined.dtype, joined.toArray()]).toEqual(["float64", [0, 1, 0.5]]);
  expect(concatenate([zeros([2, 1]), zeros([2, 3])], { axis: 1 }).shape).toEqual([2, 4]);
  expect(concatenate([[[1, 2]], [3]], { axis: null }).toArray()).toEqual([1, 2, 3]);
});

it("concatenate(arrays) says all shapes when they do not fit", () => {
  expect(() => concatenate([zeros([2, 3]), zeros([3, 2])])).toThrow(
    "concatenate: shapes must agree but for axis 0, got (2, 3) and (3, 2)",
  );
  expect(() => concatenate([])).toThrow("concatenate: expected at least one array, got none");
  expect(() => concatenate([1, 2])).toThrow(
    "concatenate: 0-d arrays have no axis to join along; use stack",
  );
});

it("concatenate(arrays, { out }) copes with an out that is one of the arrays' memory", () => {
  const a = arange(4);
  expect(concatenate([a.at("2:"), a.at(":2")], { out: a })).toBe(a);
  expect(a.toArray()).toEqual([2, 3, 0, 1]);
});

it("stack(arrays, { axis }) makes a new axis", () => {
  expect(stack([[1, 2], [3, 4]], { axis: 1 }).toArray()).toEqual([[1, 3], [2, 4]]); // prettier-ignore
  expect(stack([1, 2]).toArray()).toEqual([1, 2]);
  expect(() => stack([[1], [1, 2]])).toThrow(
    "stack: expected arrays of one shape, got (1,) and (2,)",
  );
  expect(() => stack([])).toThrow("stack: expected at least one array, got none");
});
