import { expect, it } from "vitest";
import { array, fromTyped } from "./array.ts";

it("array(nested) is float64 for numbers and bool for booleans", () => {
  const a = array([
    [1, 2],
    [3, 4],
  ]);
  expect([a.dtype, a.shape]).toEqual(["float64", [2, 2]]);
  expect(array([true, false]).dtype).toBe("bool");
  expect(array([true, 2]).toArray()).toEqual([1, 2]);
  expect(array(5).shape).toEqual([]);
  expect(array([]).shape).toEqual([0]);
  expect(array([[], []]).shape).toEqual([2, 0]);
});

it("array(values, { dtype }) truncates to integers and refuses what does not fit", () => {
  expect(array([1.9, -1.9], { dtype: "int32" }).toArray()).toEqual([1, -1]);
  expect(array([0, -3, NaN], { dtype: "bool" }).toArray()).toEqual([false, true, true]);
  expect(() => array([300], { dtype: "uint8" })).toThrow("array: 300 does not fit uint8");
});

it("array(typed) and array(ndarray) copy", () => {
  const data = Float32Array.of(1, 2);
  const a = array(data);
  expect(a.dtype).toBe("float32");
  expect(a.data).not.toBe(data);
  expect(array(a).data).not.toBe(a.data);
  expect(array(a, { dtype: "int32" }).dtype).toBe("int32");
});

it("array(nested) refuses rows of different lengths and depths", () => {
  expect(() => array([[1, 2], [3]])).toThrow(
    "array: rows differ in length, expected shape (2, 2) and found a list of 1 at depth 1",
  );
  expect(() => array([[1], 2])).toThrow("found a bare value at depth 1");
  expect(() => array([1, [2]])).toThrow("found a list of 1 at depth 1");
});

it("array(values) refuses what is no number", () => {
  // @ts-expect-error: JavaScript may pass anything.
  expect(() => array(["1"])).toThrow("array: expected numbers or booleans, got string");
});

it("fromTyped(data, shape) wraps without a copy and checks the length", () => {
  const data = Float64Array.of(1, 2, 3, 4, 5, 6);
  const a = fromTyped(data, [2, 3]);
  expect(a.data).toBe(data);
  expect(fromTyped(data).shape).toEqual([6]);
  expect(() => fromTyped(data, [4])).toThrow(
    "fromTyped: shape (4,) needs 4 elements, the buffer has 6",
  );
});

it("fromTyped(data, shape, { dtype }) reads a Uint8Array as bool, nothing else", () => {
  expect(fromTyped(Uint8Array.of(0, 1), 2, { dtype: "bool" }).toArray()).toEqual([false, true]);
  expect(() => fromTyped(new Float32Array(2), 2, { dtype: "bool" })).toThrow(
    "fromTyped: a buffer of float32 cannot be read as bool",
  );
});
