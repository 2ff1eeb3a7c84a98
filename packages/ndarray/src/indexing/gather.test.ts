import { expect, it } from "vitest";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";

it("at(list) copies long contiguous rows as blocks and short or stepped ones by element", () => {
  const wide = arange(60).reshape(3, 20);
  expect(wide.at([2, 0]).at(0).toArray()).toEqual(wide.at(2).toArray());
  const stepped = arange(120).reshape(3, 40).at(":", "::2");
  expect(stepped.at([1]).at(0).toArray()).toEqual(stepped.at(1).toArray());
  expect(wide.T.at([3, 3]).shape).toEqual([2, 3]);
});

it("set(value, list) writes rows of any length", () => {
  const a = zeros([3, 20]);
  a.set(arange(20), [0, 2]);
  expect(a.at(2).toArray()).toEqual(arange(20).toArray());
  expect(a.at(1).toArray()).toEqual(zeros(20).toArray());
});
