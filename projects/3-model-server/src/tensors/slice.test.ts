import { describe, expect, test } from "vitest";
import { concatRows, rowCount, sliceRows } from "./slice.ts";
import type { Tensors } from "./tensor.ts";

const rows = (values: number[], texts: string[]): Tensors =>
  new Map([
    [
      "n",
      { name: "n", datatype: "INT32", shape: [texts.length, 2], data: Int32Array.from(values) },
    ],
    ["t", { name: "t", datatype: "BYTES", shape: [texts.length], data: texts }],
  ]);

describe("concatRows", () => {
  test("puts rows behind each other, and sliceRows takes them apart again", () => {
    const parts = [rows([1, 2], ["a"]), rows([3, 4, 5, 6], ["b", "c"])];
    const joined = concatRows(parts);
    expect(joined).toEqual(rows([1, 2, 3, 4, 5, 6], ["a", "b", "c"]));
    expect(rowCount(joined)).toBe(3);
    expect(sliceRows(joined, 0, 1)).toEqual(parts[0]);
    expect(sliceRows(joined, 1, 3)).toEqual(parts[1]);
  });

  test("takes more texts than a function takes arguments", () => {
    const texts = Array.from({ length: 200_000 }, () => "a");
    const many: Tensors = new Map([
      ["t", { name: "t", datatype: "BYTES", shape: [texts.length], data: texts }],
    ]);
    expect(rowCount(concatRows([many, many]))).toBe(400_000);
  });
});
