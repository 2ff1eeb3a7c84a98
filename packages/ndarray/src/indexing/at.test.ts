import { describe, expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { greater } from "../elementwise/comparison.ts";

const a = arange(12).reshape(3, 4);

describe("at", () => {
  it("at(integers and slices) is a view: writing to it writes to the array", () => {
    const b = a.copy();
    const row = b.at(1);
    row.set(-1, "::2");
    expect(b.at(1).toArray()).toEqual([-1, 5, -1, 7]);
    expect(b.at("::-1", 0).data).toBe(b.data);
  });

  it("at(mask) and at(integer array) are copies", () => {
    expect(a.at(greater(a, 9)).toArray()).toEqual([10, 11]);
    expect(a.at([0, -1]).data).not.toBe(a.data);
    expect(a.at([2, 0], [1, 1]).toArray()).toEqual([9, 1]);
    expect(a.at([true, false, true]).shape).toEqual([2, 4]);
  });

  it("at(list, ':', list) puts the lists' axes first, as NumPy does when they are apart", () => {
    const b = zeros([2, 3, 4]);
    expect(b.at([0, 1], ":", [0, 1]).shape).toEqual([2, 3]);
    expect(b.at(":", [0, 1, 2], [0, 1, 2]).shape).toEqual([2, 3]);
    expect(b.at(0, ":", [0, 1]).shape).toEqual([2, 3]);
  });

  it("at(...) says what is wrong with an index", () => {
    expect(() => a.at(3)).toThrow("index: index 3 is out of bounds for axis 0 of size 3");
    expect(() => a.at(0, 0, 0)).toThrow(
      "index: 3 indices are too many for an array of shape (3, 4)",
    );
    expect(() => a.at("...", "...")).toThrow('index: at most one "..." is allowed');
    expect(() => a.at([0, 7])).toThrow("index: index 7 is out of bounds for axis 0 of size 3");
    expect(() => a.at([0, 1], [0, 1, 2])).toThrow(
      "index: shapes do not broadcast together, (2,) and (3,)",
    );
    expect(() => a.at([true, false])).toThrow(
      "index: a mask of shape (2,) does not match axis 0 of size 3",
    );
    expect(() => a.at(array([0, 1]))).toThrow(
      'index: an array used as index holds integers or booleans, got float64; use astype("int32")',
    );
    expect(() => a.at([0.5])).toThrow(
      "index: a list used as index holds whole numbers or booleans, got 0.5",
    );
    expect(() => a.at(array(true))).toThrow("index: a 0-d boolean as index is not supported");
    // @ts-expect-error: JavaScript may pass anything.
    expect(() => a.at(undefined)).toThrow("got undefined");
  });
});

describe("set", () => {
  it("set(value, ...index) broadcasts and casts to the array's dtype", () => {
    const b = zeros([2, 3], { dtype: "int32" });
    b.set([1.9, -1.9, 2], 1);
    expect(b.toArray()).toEqual([
      [0, 0, 0],
      [1, -1, 2],
    ]);
    b.set(7, ":", 0);
    expect(b.at(":", 0).toArray()).toEqual([7, 7]);
  });

  it("set(value, mask) and set(value, list) write in place; the last of repeated positions wins", () => {
    const b = arange(5);
    b.set(0, greater(b, 2));
    expect(b.toArray()).toEqual([0, 1, 2, 0, 0]);
    b.set([10, 20, 30], [1, 1, -1]);
    expect(b.toArray()).toEqual([0, 20, 2, 0, 30]);
  });

  it("set(value) without an index assigns the whole array", () => {
    const b = zeros([2, 2]);
    b.set([1, 2]);
    expect(b.toArray()).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("set(value, ...index) reads a value that overlaps before it writes", () => {
    const b = arange(5);
    b.set(b.at(":-1"), "1:");
    expect(b.toArray()).toEqual([0, 0, 1, 2, 3]);
    const c = arange(4);
    c.set(c.at("::-1"), [0, 1, 2, 3]);
    expect(c.toArray()).toEqual([3, 2, 1, 0]);
    const d = arange(3);
    d.set(d, [2, 0, 1]);
    expect(d.toArray()).toEqual([1, 2, 0]);
  });

  it("set(value, ...index) refuses a value that does not fit in shape or dtype", () => {
    expect(() => zeros([2, 3]).set([1, 2])).toThrow(
      "set: a value of shape (2,) does not broadcast to (2, 3)",
    );
    expect(() => zeros(2, { dtype: "uint8" }).set(300, 0)).toThrow("set: 300 does not fit uint8");
    expect(() => zeros(2, { dtype: "int32" }).set(NaN, 0)).toThrow("set: NaN does not fit int32");
  });
});
