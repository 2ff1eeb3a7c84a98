import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { release, toHeap } from "../wasm/scopes.ts";
import { dot, outer } from "./dot.ts";

it("dot(a, b) is a number", () => {
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  expect(dot(arange(4).at("::-2"), [1, 10])).toBe(13);
  expect(dot([], [])).toBe(0);
  expect(() => dot(zeros([2, 2]), zeros(2))).toThrow(
    "dot: expected two 1-D arrays of one length, got (2, 2) x (2,); use matmul for matrices",
  );
});

it.each(["float32", "float64"] as const)("dot(a, b) of long strided %s arrays", (dtype) => {
  const n = 40_003;
  const values = Array.from({ length: 5 * n }, (_, i) => ((i * 37) % 5) - 2);
  const [x, y] = [array(values, { dtype }), array(values.toReversed(), { dtype })];
  const inHeap = toHeap(x);
  for (const place of [x, inHeap])
    for (const [a, b] of [
      ["::2", "::-2"],
      ["::-3", `:${String(Math.ceil((5 * n) / 3))}`],
      ["::5", "::-5"],
      ["::-1", ":"],
    ]) {
      const [p, q] = [place.at(a), y.at(b)];
      const [left, right] = [p.toTyped("float64"), q.toTyped("float64")];
      // Whole numbers, whose sum has no rounding.
      expect(dot(p, q)).toBe(left.reduce((sum, value, i) => sum + value * right[i], 0));
    }
  release(inHeap);
});

it("outer(a, b) multiplies all pairs", () => {
  expect(outer([1, 2], [[3], [4]]).toArray()).toEqual([
    [3, 4],
    [6, 8],
  ]);
});
