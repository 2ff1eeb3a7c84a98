import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { greater } from "./comparison.ts";
import { where } from "./where.ts";

it("where(condition, a, b) broadcasts all three and promotes a and b", () => {
  const a = arange(3, { dtype: "int32" });
  expect(where([[true], [false]], a, array([0.5])).toArray()).toEqual([
    [0, 1, 2],
    [0.5, 0.5, 0.5],
  ]);
  expect(where(greater(a, 1), a, 0).dtype).toBe("int32");
  expect(where([1, 0, NaN], 1, 0).toArray()).toEqual([1, 0, 1]);
});

it("where(condition, a, b, { out }) may write over an operand", () => {
  const a = arange(4);
  expect(where([true, false, true, false], a.at("::-1"), -1, { out: a })).toBe(a);
  expect(a.toArray()).toEqual([3, -1, 1, -1]);
  expect(() => where([true], 0.5, 1, { out: zeros(1, { dtype: "int32" }) })).toThrow(
    "where: the result is float64 and out is int32",
  );
});

it("where(condition) gives the positions", () => {
  expect(where([0, 3, 4])[0].toArray()).toEqual([1, 2]);
});
