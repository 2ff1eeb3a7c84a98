import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { max, min } from "./extremes.ts";

it("max(a) and min(a) give NaN when there is one, wherever it stands", () => {
  expect(max([1, NaN, 3])).toBeNaN();
  expect(min([NaN, 1])).toBeNaN();
  expect(max([[1, NaN], [3, 2]], { axis: 0 }).toArray()).toEqual([3, NaN]); // prettier-ignore
  expect(max([[1, NaN], [3, 2]], { axis: 1 }).toArray()).toEqual([NaN, 3]); // prettier-ignore
});

it("max(a) keeps the dtype", () => {
  expect(max(array([[3, 250]], { dtype: "uint8" }), { axis: 1 }).dtype).toBe("uint8");
  expect(max(array([false, true]), { axis: 0 }).toArray()).toBe(true);
});

it("max(empty) throws, but not over an axis that has elements", () => {
  expect(() => max([])).toThrow(
    "max: no elements to choose from, the reduced axes of shape (0,) are empty",
  );
  expect(() => min(zeros([0, 3]), { axis: 0 })).toThrow("min: no elements to choose from");
  expect(min(zeros([0, 3]), { axis: 1 }).shape).toEqual([0]);
});
