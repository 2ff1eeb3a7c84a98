import { expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { argsort, sort } from "./sort.ts";

it("sort(a, { axis }) is a sorted copy with NaNs last", () => {
  const a = array([[3, NaN, 1], [2, 9, 4]]); // prettier-ignore
  expect(sort(a).toArray()).toEqual([[1, 3, NaN], [2, 4, 9]]); // prettier-ignore
  expect(sort(a, { axis: 0 }).at(0).toArray()).toEqual([2, 9, 1]);
  expect(sort(a, { axis: null }).size).toBe(6);
  expect(sort(array([true, false])).toArray()).toEqual([false, true]);
});

it("sort(a, { out: a }) sorts in place", () => {
  const a = array([2, 1]);
  expect(sort(a, { out: a })).toBe(a);
  expect(a.toArray()).toEqual([1, 2]);
});

it("argsort(a) keeps equal elements in order", () => {
  expect(argsort([1, 0, 1, 0]).toArray()).toEqual([1, 3, 0, 2]);
  expect(argsort(zeros([0, 2])).dtype).toBe("int32");
});

it("sort(a, { kind }) and sort(0-d) throw by name", () => {
  // @ts-expect-error: JavaScript may name any kind.
  expect(() => sort([1], { kind: "heapsort" })).toThrow(
    "sort: kind heapsort is not supported; every sort is stable",
  );
  expect(() => argsort(1)).toThrow("argsort: a 0-d array has no axis to sort along");
});
