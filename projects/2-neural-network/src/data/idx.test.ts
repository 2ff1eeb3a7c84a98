import { describe, expect, test } from "vitest";
import { IdxError, parseIdx } from "./idx.ts";

/** An idx file of unsigned bytes with these sizes and elements. */
function idx(shape: number[], elements: number[], type = 0x08): Uint8Array {
  const header = [
    0,
    0,
    type,
    shape.length,
    ...shape.flatMap((n) => [n >>> 24, n >>> 16, n >>> 8, n]),
  ];
  return Uint8Array.from([...header, ...elements]);
}

describe("2.1 parseIdx", () => {
  test("reads the shape and the elements", () => {
    const { shape, data } = parseIdx(idx([2, 3], [1, 2, 3, 4, 5, 6]));
    expect(shape).toEqual([2, 3]);
    expect([...data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("reads sizes as big-endian", () => {
    const file = idx(
      [300],
      Array.from({ length: 300 }, (_, i) => i & 255),
    );
    expect(parseIdx(file).shape).toEqual([300]);
  });

  test("reads a file that lies inside a larger buffer", () => {
    const file = idx([2], [8, 9]);
    const buffer = new Uint8Array(file.length + 6);
    buffer.set(file, 5);
    const { shape, data } = parseIdx(buffer.subarray(5, 5 + file.length));
    expect([shape, [...data]]).toEqual([[2], [8, 9]]);
  });

  test("refuses a file with too few or too many bytes, naming both counts", () => {
    expect(() => parseIdx(idx([2, 2], [1, 2, 3]))).toThrow(/\(2, 2\) needs 16 bytes.* 15/);
    expect(() => parseIdx(idx([2, 2], [1, 2, 3, 4, 5]))).toThrow(/\(2, 2\) needs 16 bytes.* 17/);
  });

  test("refuses what is no idx file of unsigned bytes", () => {
    expect(() => parseIdx(new TextEncoder().encode("<!doctype html>"))).toThrow(IdxError);
    expect(() => parseIdx(idx([1], [0], 0x0d))).toThrow(/0x0d/);
    expect(() => parseIdx(idx([1, 1, 1], []).subarray(0, 9))).toThrow(IdxError);
    expect(() => parseIdx(new Uint8Array())).toThrow(IdxError);
  });
});
