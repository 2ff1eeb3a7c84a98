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

  /** What parseIdx says of a file that it refuses; other errors than IdxError are passed on. */
  const complaint = (bytes: Uint8Array): string => {
    try {
      parseIdx(bytes);
    } catch (error) {
      if (error instanceof IdxError) return error.message;
      throw error;
    }
    return "nothing";
  };

  test("refuses a file with too few or too many bytes, naming both counts", () => {
    expect(complaint(idx([2, 2], [1, 2, 3]))).toMatch(/\(2, 2\) needs 16 bytes.* 15/);
    expect(complaint(idx([2, 2], [1, 2, 3, 4, 5]))).toMatch(/\(2, 2\) needs 16 bytes.* 17/);
  });

  test("refuses what is no idx file of unsigned bytes", () => {
    expect(complaint(new TextEncoder().encode("<!doctype html>"))).not.toBe("nothing");
    expect(complaint(idx([1], [0], 0x0d))).toMatch(/0x0d/);
    expect(complaint(idx([1, 1, 1], []).subarray(0, 9))).not.toBe("nothing");
    expect(complaint(new Uint8Array())).not.toBe("nothing");
  });
});
