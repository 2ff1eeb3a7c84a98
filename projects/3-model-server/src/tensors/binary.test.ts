import { describe, expect, test } from "vitest";
import type { Datatype } from "./datatype.ts";
import { readBinaryTensor, splitBinaryBody, writeBinaryTensor } from "./binary.ts";
import { Problem } from "../problem.ts";
import { refusal } from "../test-support/refusal.ts";

const read = (bytes: number[], datatype: Datatype, count: number) =>
  readBinaryTensor(Buffer.from(bytes), datatype, count, "x");

describe("3.2 splitBinaryBody", () => {
  const body = Buffer.from('{"a":1}\u0001\u0002');

  test("cuts where the header says", () => {
    const { json, tensors } = splitBinaryBody(body, "7");
    expect(json.toString()).toBe('{"a":1}');
    expect([...tensors]).toEqual([1, 2]);
  });

  test("takes a body that is all JSON", () => {
    expect(splitBinaryBody(body, "9").tensors.length).toBe(0);
  });

  test.each(["10", "0", "-1", "7.5", "", "7x", "1e1", "0x7", " 7"])(
    "refuses the header %j",
    (header) => {
      expect(refusal(() => splitBinaryBody(body, header), Problem)).toContain("expected 1 to 9");
    },
  );
});

describe("3.2 readBinaryTensor", () => {
  test("reads little-endian numbers", () => {
    expect(read([1, 2, 0, 255], "INT16", 2)).toEqual(new Int16Array([513, -256]));
    expect(read([0, 0, 128, 63, 0, 0, 0, 192], "FP32", 2)).toEqual(new Float32Array([1, -2]));
    expect(read([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], "UINT64", 1)).toEqual(
      new BigUint64Array([2n ** 64n - 1n]),
    );
  });

  test("reads half precision as numbers", () => {
    expect(read([0, 60, 0, 193], "FP16", 2)).toEqual(new Float32Array([1, -2.5]));
  });

  test("reads bytes that begin anywhere in a buffer", () => {
    const bytes = Buffer.from([9, 0, 0, 128, 63]).subarray(1);
    expect(readBinaryTensor(bytes, "FP32", 1, "x")).toEqual(new Float32Array([1]));
  });

  test("has memory of its own, since a body's buffer is used again", () => {
    const bytes = Buffer.from([1, 2]);
    const data = readBinaryTensor(bytes, "UINT8", 2, "x");
    bytes.fill(0);
    expect(data).toEqual(new Uint8Array([1, 2]));
  });

  test("refuses a truth value that is neither 0 nor 1", () => {
    expect(read([0, 1], "BOOL", 2)).toEqual(new Uint8Array([0, 1]));
    expect(refusal(() => read([0, 2], "BOOL", 2), Problem)).toContain("a BOOL is a byte of 0 or 1");
  });
});

describe("readBinaryTensor", () => {
  test("refuses too few and too many bytes", () => {
    expect(refusal(() => read([1, 2, 3], "INT16", 2), Problem)).toContain(
      "2 elements of INT16 are 4 bytes, found 3",
    );
    expect(refusal(() => read([1, 2, 3, 4, 5], "INT16", 2), Problem)).toContain("found 5");
  });

  test("reads texts, each behind its length", () => {
    expect(read([1, 0, 0, 0, 97, 2, 0, 0, 0, 195, 164], "BYTES", 2)).toEqual(["a", "\u00e4"]);
    expect(read([0, 0, 0, 0], "BYTES", 1)).toEqual([""]);
  });

  test("refuses texts that are cut off, too many or no UTF-8", () => {
    expect(refusal(() => read([2, 0, 0, 0, 97], "BYTES", 1), Problem)).toContain("found 0 in 0");
    expect(refusal(() => read([1, 0, 0, 0, 97], "BYTES", 2), Problem)).toContain("found 1 in 5");
    expect(refusal(() => read([1, 0, 0, 0, 97, 0], "BYTES", 1), Problem)).toContain("found 1 in 5");
    expect(refusal(() => read([1, 0, 0, 0, 255], "BYTES", 1), Problem)).toContain(
      "no text in UTF-8",
    );
  });

  test("refuses a length that would need four gigabytes", () => {
    expect(refusal(() => read([255, 255, 255, 255], "BYTES", 1), Problem)).toContain(
      "found 0 in 0",
    );
  });
});

describe("writeBinaryTensor", () => {
  test("gives the bytes of numbers, halves and texts", () => {
    expect([...writeBinaryTensor(new Int16Array([513]), "INT16")]).toEqual([1, 2]);
    expect([...writeBinaryTensor(new Float32Array([1]), "FP16")]).toEqual([0, 60]);
    expect([...writeBinaryTensor(["a"], "BYTES")]).toEqual([1, 0, 0, 0, 97]);
  });
});
