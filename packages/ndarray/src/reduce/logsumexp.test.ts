import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { logsumexp } from "./logsumexp.ts";

it("logsumexp(a) does not overflow, and is -Infinity for impossible events", () => {
  expect(logsumexp([1000, 1000])).toBe(1000 + Math.LN2);
  expect(logsumexp([-Infinity, -Infinity])).toBe(-Infinity);
  expect(logsumexp([Infinity, 1])).toBe(Infinity);
  expect(logsumexp([NaN, 1])).toBeNaN();
});

it("logsumexp(a, { axis, keepdims, out }) gives arrays", () => {
  const out = zeros([2, 1]);
  expect(logsumexp([[0, 0], [5, -1000]], { axis: 1, keepdims: true, out })).toBe(out); // prettier-ignore
  expect(out.toArray()).toEqual([[Math.LN2], [5]]);
  expect(logsumexp(array([1, 2], { dtype: "int32" }), { axis: 0 }).dtype).toBe("float64");
});
