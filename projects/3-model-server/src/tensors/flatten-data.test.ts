import { describe, expect, test } from "vitest";
import { flattenData } from "./flatten-data.ts";
import { Problem } from "../problem.ts";
import { refusal } from "../test-support/refusal.ts";

const flat = (
  data: unknown[],
  shape: number[],
  datatype: "FP32" | "INT8" | "BOOL" | "BYTES" | "INT64" = "FP32",
) => flattenData(data, shape, datatype, "x");

describe("3.1 flattenData", () => {
  test("takes flat data of a shape of two axes", () => {
    expect(flat([1, 2, 3, 4, 5, 6], [2, 3])).toEqual(new Float32Array([1, 2, 3, 4, 5, 6]));
  });

  test("takes nested data in C order", () => {
    const nested = [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
      [
        [9, 10],
        [11, 12],
      ],
    ];
    const values = Float32Array.from({ length: 12 }, (_, i) => i + 1);
    expect(flat(nested, [3, 2, 2])).toEqual(values);
  });

  test("takes one axis, whose flat and nested data are the same", () => {
    expect(flat([1, -2], [2], "INT8")).toEqual(new Int8Array([1, -2]));
  });

  test("holds 64-bit numbers, truth values and texts as their types do", () => {
    expect(flat([[7], [-9]], [2, 1], "INT64")).toEqual(new BigInt64Array([7n, -9n]));
    expect(flat([true, false], [2], "BOOL")).toEqual(new Uint8Array([1, 0]));
    expect(flat([["a"], ["\u00e4"]], [2, 1], "BYTES")).toEqual(["a", "\u00e4"]);
  });

  test("refuses another number of elements, with both numbers", () => {
    expect(refusal(() => flat([1, 2, 3], [2, 2]), Problem)).toContain("needs 4 elements, found 3");
    expect(refusal(() => flat([1, 2, 3, 4, 5], [2, 2]), Problem)).toContain(
      "needs 4 elements, found 5",
    );
  });

  test("refuses rows of different lengths although their sum is right", () => {
    expect(refusal(() => flat([[1, 2, 3], [4]], [2, 2]), Problem)).toContain(
      "3 elements on axis 1",
    );
  });

  test("refuses nesting that is too deep or too shallow", () => {
    expect(refusal(() => flat([[[1, 2]], [[3, 4]]], [2, 2]), Problem)).toContain("on axis 1");
    expect(refusal(() => flat([[1, 2, 3, 4]], [4, 1]), Problem)).toContain("on axis 0");
    expect(refusal(() => flat([[1], 2], [2, 1]), Problem)).toContain("on axis 1");
  });

  test("refuses an element that is a list of any depth", () => {
    const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    expect(refusal(() => flat([deep], [1]), Problem)).toContain("found a list");
    expect(refusal(() => flat([deep], [1], "BYTES"), Problem)).toContain("found a list");
  });

  test("refuses elements of another type or out of range", () => {
    for (const wrong of [null, "1", {}, [], true, 1e39]) {
      expect(refusal(() => flat([wrong], [1]), Problem)).toContain("expected FP32 elements");
    }
    expect(refusal(() => flat([128], [1], "INT8"), Problem)).toContain(
      "expected INT8 elements, found 128",
    );
    expect(refusal(() => flat([0.5], [1], "INT8"), Problem)).toContain("found 0.5");
    expect(refusal(() => flat([1], [1], "BYTES"), Problem)).toContain("expected strings");
  });
});
