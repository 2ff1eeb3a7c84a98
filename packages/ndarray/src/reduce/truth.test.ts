import { expect, expectTypeOf, it } from "vitest";
import { all, any } from "./truth.ts";

it("any(a) and all(a) are booleans, and arrays of bool with an axis", () => {
  expectTypeOf(any([1])).toEqualTypeOf<boolean>();
  expect([any([0, 2]), any([]), all([1, NaN]), all([1, 0]), all([])]).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
  expect(any([[0, 1], [0, 0]], { axis: 1 }).toArray()).toEqual([true, false]); // prettier-ignore
  expect(all([[0, 1], [1, 1]], { axis: 0 }).toArray()).toEqual([false, true]); // prettier-ignore
  expect(all([[1]], { keepdims: true }).shape).toEqual([1, 1]);
});
