import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { array, fromTyped } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { IndexError } from "./errors.ts";

const a = arange(6).reshape(2, 3);

describe("get", () => {
  it("get(...index) counts negative indices from the end", () => {
    expect(a.get(0, 1)).toBe(1);
    expect(a.get(-1, -1)).toBe(5);
    expect(a.T.get(2, 0)).toBe(2);
    expect(array(7).get()).toBe(7);
    expect(array([true, false]).get(0)).toBe(1);
  });

  it("get(...index) refuses too few indices, out of bounds and fractions", () => {
    expect(() => a.get(0)).toThrow("get: expected 2 indices for shape (2, 3), got 1");
    expect(() => a.get(0, 3)).toThrow("get: index 3 is out of bounds for axis 1 of size 3");
    expect(() => a.get(0, 0.5)).toThrow(IndexError);
  });
});

describe("shape and memory", () => {
  it("T is a view: it shares the buffer and reverses shape and strides", () => {
    expect(a.T.data).toBe(a.data);
    expect(a.T.shape).toEqual([3, 2]);
    expect(a.T.strides).toEqual([1, 3]);
    expect(a.T.isContiguous).toBe(false);
  });

  it("reshape(...) takes lengths or a list, and is a view of a contiguous array", () => {
    expect(a.reshape(3, -1).shape).toEqual([3, 2]);
    expect(a.reshape([6]).data).toBe(a.data);
    expect(a.T.reshape(6).data).not.toBe(a.data);
  });

  it("ravel() is a view where it can be, flatten() never", () => {
    expect(a.ravel().data).toBe(a.data);
    expect(a.flatten().data).not.toBe(a.data);
    expect(a.T.flatten().toArray()).toEqual([0, 3, 1, 4, 2, 5]);
  });

  it("copy() and astype(dtype) own their memory", () => {
    const b = a.copy();
    b.set(9, 0, 0);
    expect(a.get(0, 0)).toBe(0);
    expect(a.astype("float64").data).not.toBe(a.data);
  });
});

describe("values out", () => {
  it("toTyped() is the very buffer when it already is the elements in C order", () => {
    const data = Float32Array.of(1, 2, 3, 4);
    const b = fromTyped(data, [2, 2]);
    expect(b.toTyped()).toBe(data);
    expect(b.at(1).toTyped()).toEqual(Float32Array.of(3, 4));
    expect(b.at(1).toTyped().buffer).toBe(data.buffer);
    expect(b.T.toTyped()).toEqual(Float32Array.of(1, 3, 2, 4));
  });

  it("toTyped(dtype) converts", () => {
    expect(array([1.7, -1.7]).toTyped("int32")).toEqual(Int32Array.of(1, -1));
    expect(array([0, NaN]).toTyped("bool")).toEqual(Uint8Array.of(0, 1));
  });

  it("toArray() nests as the shape, with booleans for bool and a bare value for 0-d", () => {
    expect(a.toArray()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(array([true, false]).toArray()).toEqual([true, false]);
    expect(array(3).toArray()).toBe(3);
    expect(zeros([2, 0]).toArray()).toEqual([[], []]);
  });

  it("item() gives the only element and refuses more", () => {
    expect(array([[4]]).item()).toBe(4);
    expect(() => a.item()).toThrow("item: expected an array of 1 element, got shape (2, 3)");
  });

  it("String(a) is NumPy's str, and console.log shows NumPy's repr", () => {
    expect(String(array([1, 2.5]))).toBe("[1.  2.5]");
    expect(inspect(array([1, 2.5]))).toBe("array([1. , 2.5])");
  });
});
