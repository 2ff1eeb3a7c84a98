import { expect, it } from "vitest";
import { zeros } from "../creation/filled.ts";
import { expandDims, squeeze } from "./expand.ts";

it("expandDims(a, axis) and squeeze(a, axis) are views that undo each other", () => {
  const a = zeros([2, 3]);
  expect(expandDims(a, [0, -1]).shape).toEqual([1, 2, 3, 1]);
  expect(squeeze(expandDims(a, [0, -1])).shape).toEqual([2, 3]);
  expect(squeeze(zeros([1, 2, 1]), 0).shape).toEqual([2, 1]);
  expect(expandDims(a, 1).data).toBe(a.data);
  expect(() => squeeze(a, 0)).toThrow("squeeze: axis 0 of (2, 3) is not of length 1");
});
