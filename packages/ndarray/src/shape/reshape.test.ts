import { expect, it } from "vitest";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { reshape } from "./reshape.ts";

it("reshape(a, shape) is a view where the layout allows it", () => {
  const a = arange(24).reshape(2, 3, 4);
  expect(reshape(a, [6, -1]).data).toBe(a.data);
  const stepped = a.at(":", ":", "::2");
  expect(reshape(stepped, [6, 2]).data).toBe(a.data);
  expect(reshape(stepped, [6, 2]).toArray()).toEqual(stepped.copy().reshape(6, 2).toArray());
  expect(reshape(a.T, [4, 6]).data).not.toBe(a.data);
  expect(reshape(a.at("::-1"), [2, 12]).data).toBe(a.data);
});

it("reshape(a, shape) says how many elements there are when they do not fit", () => {
  expect(() => reshape(arange(6), [4])).toThrow(
    "reshape: cannot reshape (6,) (6 elements) to (4,)",
  );
  expect(() => reshape(arange(6), [4, -1])).toThrow("to (4, -1)");
  expect(() => reshape(arange(6), [-1, -1])).toThrow("to (-1, -1)");
  expect(() => reshape(zeros(0), [0, -1])).toThrow("to (0, -1)");
  expect(reshape(zeros(0), [5, 0]).shape).toEqual([5, 0]);
});
