import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as np from "./index.ts";

// One test for each row of the README's tables of semantics, under the row's own name.

const grid = np.arange(12).reshape(3, 4);
const int32 = (...values: number[]) => np.array(values, { dtype: "int32" });
const uint8 = (...values: number[]) => np.array(values, { dtype: "uint8" });
const float32 = (...values: number[]) => np.array(values, { dtype: "float32" });

const rows: Record<string, () => void> = {
  "basic indexing": () => {
    const view = grid.at("::-2", null, "1:3");
    expect([view.shape, view.data === grid.data]).toEqual([[2, 1, 2], true]);
    expect(grid.at("...", -1).toArray()).toEqual([3, 7, 11]);
  },
  "boolean masks": () => {
    expect(grid.at(np.greater(grid, 9)).toArray()).toEqual([10, 11]);
    expect(grid.at([true, false, true], 0).toArray()).toEqual([0, 8]);
  },
  "integer arrays as index": () => {
    expect(grid.at([2, 0], [1, -1]).toArray()).toEqual([9, 3]);
    expect(grid.at(int32(0, 2), "::2").shape).toEqual([2, 2]);
    expect(np.zeros([2, 3, 4]).at(0, ":", [0, 1]).shape).toEqual([2, 3]);
  },
  assignment: () => {
    const a = grid.copy();
    a.set(-1, ":", [0, 3]);
    a.set([7, 8], 0, "1:3");
    expect(a.at(0).toArray()).toEqual([-1, 7, 8, -1]);
  },
  views: () => {
    const a = np.zeros([2, 3]);
    for (const view of [a.T, a.reshape(3, 2), a.at(1), np.split(a, 2)[1], np.flip(a), a.ravel()]) {
      expect(view.data).toBe(a.data);
    }
  },
  broadcasting: () => {
    expect(np.add(np.ones([2, 1]), np.ones([4, 1, 3])).shape).toEqual([4, 2, 3]);
    expect(() => np.add(np.ones(2), np.ones(3))).toThrow("do not broadcast");
  },
  "dtype promotion": () => {
    expect(np.add(uint8(1), int32(1)).dtype).toBe("int32");
    expect(np.add(int32(1), float32(1)).dtype).toBe("float64");
    expect(np.add(uint8(1), float32(1)).dtype).toBe("float32");
  },
  "bare numbers": () => {
    expect(np.multiply(float32(1), 0.1).dtype).toBe("float32");
    expect(np.add(uint8(1), 2).dtype).toBe("uint8");
    expect(np.add(uint8(1), 2.5).dtype).toBe("float64");
    expect(() => np.add(uint8(1), 300)).toThrow("add: 300 does not fit uint8");
  },
  "default dtype": () => {
    expect([np.array([1, 2]).dtype, np.arange(3).dtype, np.array([true]).dtype]).toEqual([
      "float64",
      "float64",
      "bool",
    ]);
    expect([np.argsort([2, 1]).dtype, np.sum(uint8(1), { axis: 0 }).dtype]).toEqual([
      "int32",
      "int32",
    ]);
  },
  "integer overflow": () => {
    expect(np.add(int32(2147483647), 1).toArray()).toEqual([-2147483648]);
    expect(np.multiply(uint8(16), uint8(17)).toArray()).toEqual([16]);
  },
  "integer division": () => {
    expect(np.divide(int32(1, 1), int32(2, 0)).toArray()).toEqual([0.5, Infinity]);
    expect(np.floorDivide(int32(-7, 7), int32(2, 0)).toArray()).toEqual([-4, 0]);
    expect(np.mod(int32(-7, 7), int32(2, 0)).toArray()).toEqual([1, 0]);
    expect(() => np.power(int32(2), -1)).toThrow("power: int32 to a negative power");
  },
  "functions of integers": () => {
    expect([np.exp(uint8(0)).dtype, np.sqrt(int32(4)).dtype]).toEqual(["float64", "float64"]);
    expect(np.floor(int32(4)).dtype).toBe("int32");
  },
  "NaN and infinities": () => {
    expect(np.max([1, NaN])).toBeNaN();
    expect(np.argmax([1, NaN, 3])).toBe(1);
    expect(np.sort([NaN, 1, -Infinity]).toArray()).toEqual([-Infinity, 1, NaN]);
    expect(np.unique([NaN, 1, NaN]).size).toBe(2);
    expect(np.maximum([NaN], 1).item()).toBeNaN();
  },
  axis: () => {
    const cube = np.ones([2, 3, 4]);
    expect(np.sum(cube, { axis: [0, -1] }).toArray()).toEqual([8, 8, 8]);
    expect(np.sum(cube, { axis: [] }).shape).toEqual([2, 3, 4]);
    expect(() => np.sum(cube, { axis: 3 })).toThrow(np.AxisError);
  },
  keepdims: () => {
    expect(np.mean(grid, { axis: 1, keepdims: true }).shape).toEqual([3, 1]);
    expect(np.argmax(grid, { axis: 1, keepdims: true }).shape).toEqual([3, 1]);
    expect(np.quantile(grid, 0.5, { axis: 1, keepdims: true }).shape).toEqual([3, 1]);
  },
  "results of a whole array": () => {
    expect([np.sum(grid), np.argmax(grid), np.any(grid)]).toEqual([66, 11, true]);
    expect(np.sum([1, 2], { axis: 0 }).shape).toEqual([]);
  },
  out: () => {
    const out = np.zeros([4, 3]).T;
    expect(np.exp(grid, { out })).toBe(out);
    expect(np.add(grid, grid.at("::-1"), { out: grid.copy() }).get(0, 0)).toBe(8);
    expect(() => np.divide(int32(1), 2, { out: int32(0) })).toThrow("out is int32");
    expect(() => np.mean(int32(1), { axis: 0, out: np.array(0, { dtype: "int32" }) })).toThrow(
      "out is int32",
    );
  },
  "sums of floats": () => {
    const tenths = np.full(1_000_000, 0.1);
    expect(Math.abs(np.sum(tenths) - 100_000)).toBeLessThan(1e-9);
    expect(np.sum(float32(16777216, 1, 1))).toBe(16777218);
  },
  "sums of integers": () => {
    const big = int32(2147483647, 1);
    expect(np.sum(big)).toBe(2147483648);
    expect(() => np.sum(big, { axis: 0 })).toThrow("sum: 2147483648 does not fit int32");
    expect(np.sum(big, { axis: 0, dtype: "float64" }).item()).toBe(2147483648);
  },
  where: () => {
    expect(np.where([true, false], [[1], [2]], 0).toArray()).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(np.where([0, 5])[0].toArray()).toEqual([1]);
  },
  "concatenate, stack, split": () => {
    expect(np.concatenate([grid, grid], { axis: 1 }).shape).toEqual([3, 8]);
    expect(np.stack([grid, grid], { axis: -1 }).shape).toEqual([3, 4, 2]);
    expect(np.split(grid, [1, 3], { axis: 1 }).map((part) => part.shape[1])).toEqual([1, 2, 1]);
  },
  "take, takeAlongAxis": () => {
    expect(np.take(grid, [[0, -1]], { axis: 1 }).shape).toEqual([3, 1, 2]);
    expect(np.takeAlongAxis(grid, np.argsort(grid, { axis: 0 }), { axis: 0 }).get(0, 0)).toBe(0);
  },
  "sort, argsort": () => {
    expect(np.argsort([2, 1, 2, 1]).toArray()).toEqual([1, 3, 0, 2]);
    expect(np.sort([[2, 1]], { axis: 0 }).toArray()).toEqual([[2, 1]]);
  },
  "unique, uniqueAll": () => {
    expect(np.unique([3, 1, 3]).toArray()).toEqual([1, 3]);
    expect(np.uniqueAll([3, 1, 3]).counts.toArray()).toEqual([1, 2]);
  },
  "cumsum, cumprod, diff": () => {
    expect(np.cumsum([1, 2, 3]).toArray()).toEqual([1, 3, 6]);
    expect(np.cumprod([1, 2, 3]).toArray()).toEqual([1, 2, 6]);
    expect(np.diff([1, 3, 6]).toArray()).toEqual([2, 3]);
  },
  clip: () => {
    expect(np.clip([-1, 0.5, NaN], 0, null).toArray()).toEqual([0, 0.5, NaN]);
  },
  "quantile, median": () => {
    expect(np.quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(np.median([1, 2, 3, 4])).toBe(2.5);
  },
  matmul: () => {
    expect(np.matmul(np.ones([5, 1, 2, 3]), np.ones([4, 3, 2])).shape).toEqual([5, 4, 2, 2]);
    expect(np.matmul([1, 2], [3, 4]).shape).toEqual([]);
  },
  einsum: () => {
    expect(np.einsum("bij,bkj->bik", np.ones([2, 3, 4]), np.ones([2, 5, 4])).shape).toEqual([
      2, 3, 5,
    ]);
    expect(np.einsum("ii->i", [[1, 2], [3, 4]]).toArray()).toEqual([1, 4]); // prettier-ignore
  },
  "empty arrays": () => {
    expect(np.add(np.zeros([0, 3]), 1).shape).toEqual([0, 3]);
    expect(np.matmul(np.zeros([2, 0]), np.zeros([0, 2])).toArray()).toEqual([[0, 0], [0, 0]]); // prettier-ignore
    expect([np.sum([]), np.mean([])]).toEqual([0, NaN]);
    expect(() => np.max([])).toThrow("max: no elements");
  },
  printing: () => {
    expect(String(np.array([1, 2.5]))).toBe("[1.  2.5]");
    expect(String(np.array([1e-8, NaN]))).toBe("[1.e-08    nan]");
    expect(String(np.zeros(2000))).toBe("[0. 0. 0. ... 0. 0. 0.]");
  },
  linalg: () => {
    expect(np.linalg.solve([[2, 0], [0, 4]], [2, 2]).toArray()).toEqual([1, 0.5]); // prettier-ignore
    expect(() => np.linalg.inv([[0]])).toThrow(np.LinAlgError);
  },
  random: () => {
    expect(np.randomGenerator(42).integers(0, 10, 5).toArray()).toEqual([0, 7, 6, 4, 4]);
  },
  ".npy, .npz": () => {
    expect(np.parseNpy(np.formatNpy(grid)).toArray()).toEqual(grid.toArray());
  },
  "memory order": () => {
    expect(np.add(grid.T, grid.T).T.isContiguous).toBe(true);
    expect(grid.T.copy().isContiguous).toBe(true);
  },
  broadcastTo: () => {
    const view = np.broadcastTo([1, 2], [2, 2]);
    expect(view.strides).toEqual([0, 1]);
    expect(() => np.add(1, 1, { out: view })).toThrow(np.ShapeError);
  },
  "other dtypes": () => {
    // @ts-expect-error: JavaScript may name any dtype.
    expect(() => np.zeros(2, { dtype: "int64" })).toThrow("zeros: dtype int64 is not supported");
  },
  "einsum of three arrays, `...`": () => {
    expect(() => np.einsum("i,i,i", [1], [1], [1])).toThrow("einsum: 3 operands are not supported");
    expect(() => np.einsum("...i->i", [1])).toThrow("einsum: an ellipsis is not supported");
  },
  "other methods of quantile": () => {
    // @ts-expect-error: JavaScript may name any method.
    expect(() => np.quantile([1], 0.5, { method: "hazen" })).toThrow("quantile: method hazen");
  },
  "other kinds of sort": () => {
    // @ts-expect-error: JavaScript may name any kind.
    expect(() => np.sort([1], { kind: "heapsort" })).toThrow("sort: kind heapsort");
  },
  "other options, such as `where`, `initial`, `casting`, `mode`": () => {
    // @ts-expect-error: NumPy has more options.
    expect(() => np.sum([1], { where: [true] })).toThrow("sum: option where is not supported");
    // @ts-expect-error: NumPy has more options.
    expect(() => np.add(1, 1, { casting: "no" })).toThrow("add: option casting is not supported");
    // @ts-expect-error: NumPy has more options.
    expect(() => np.take([1], 0, { mode: "wrap" })).toThrow("take: option mode is not supported");
    // @ts-expect-error: a misspelt name.
    expect(() => np.searchsorted([1], 1, { sides: "right" })).toThrow("searchsorted: option sides");
    // @ts-expect-error: a misspelt name.
    expect(() => np.roll([1], 1, { axes: 0 })).toThrow("roll: option axes is not supported");
    // @ts-expect-error: a misspelt name.
    expect(() => np.isclose(1, 1, { tolerance: 1 })).toThrow("isclose: option tolerance");
  },
  "options of unique": () => {
    // @ts-expect-error: NumPy has options here.
    expect(() => np.unique([1], { axis: 0 })).toThrow("unique: axis and the return options");
  },
  "a 0-d boolean as index, nonzero of 0-d": () => {
    expect(() => grid.at(np.array(true))).toThrow("index: a 0-d boolean as index is not supported");
    expect(() => np.nonzero(1)).toThrow("nonzero: a 0-d array has no positions");
  },
  "functions not listed here": () => {
    expect(() => np.histogram()).toThrow("histogram: not part of this package; use searchsorted");
  },
};

it.each(Object.entries(rows))("README's row: %s", (_name, check) => check());

it("README.md has exactly the rows that are tested here", () => {
  const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, section] = text.split(/^## NumPy's rules here$/m);
  const [tables] = section.split(/^## /m);
  const names = Array.from(tables.matchAll(/^\| (?!-|rule |left out )(.+?) \|/gm), (found) =>
    found[1].trim(),
  );
  expect(names).toEqual(Object.keys(rows));
});
