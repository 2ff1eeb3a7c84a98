import { expect, it } from "vitest";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { dot, outer } from "./dot.ts";

it("dot(a, b) is a number", () => {
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  expect(dot(arange(4).at("::-2"), [1, 10])).toBe(13);
  expect(dot([], [])).toBe(0);
  expect(() => dot(zeros([2, 2]), zeros(2))).toThrow(
    "dot: expected two 1-D arrays of one length, got (2, 2) x (2,); use matmul for matrices",
  );
});

it("outer(a, b) multiplies all pairs", () => {
  expect(outer([1, 2], [[3], [4]]).toArray()).toEqual([
    [3, 4],
    [6, 8],
  ]);
});
