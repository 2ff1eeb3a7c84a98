import { expect, it } from "vitest";
import { arange } from "../creation/range.ts";
import { fromTyped } from "../creation/array.ts";
import { broadcastTo } from "../shape/broadcast.ts";
import { checkOut, clobbers, sharesMemory } from "./overlap.ts";

it("sharesMemory(a, b) compares the bytes that two arrays span, also across buffers' views", () => {
  const a = arange(10);
  expect(sharesMemory(a.at(":5"), a.at("5:"))).toBe(false);
  expect(sharesMemory(a.at(":6"), a.at("5:"))).toBe(true);
  expect(sharesMemory(a.at("::-1"), a.at("9:"))).toBe(true);
  expect(sharesMemory(a, arange(10))).toBe(false);
  const whole = new Float64Array(8);
  expect(sharesMemory(fromTyped(whole.subarray(0, 4)), fromTyped(whole.subarray(3)))).toBe(true);
  expect(sharesMemory(fromTyped(whole.subarray(0, 4)), fromTyped(whole.subarray(4)))).toBe(false);
});

it("clobbers(out, x) is false for the very same elements and true for others that overlap", () => {
  const a = arange(6);
  expect(clobbers(a, a)).toBe(false);
  expect(clobbers(a.at("1:"), a.at("1:"))).toBe(false);
  expect(clobbers(a, a.at("::-1"))).toBe(true);
  expect(clobbers(a.at("1:"), a.at(":-1"))).toBe(true);
  const square = arange(9).reshape(3, 3);
  expect(clobbers(square, square.T)).toBe(true);
});

it("checkOut(operation, out, shape) refuses another shape and broadcast views", () => {
  expect(() => checkOut("add", arange(3), [4])).toThrow(
    "add: the result has shape (4,), out has (3,)",
  );
  expect(() => checkOut("add", broadcastTo(arange(3), [2, 3]), [2, 3])).toThrow(
    "add: out is a broadcast view, its elements share memory",
  );
});
