import { expect, test } from "vitest";
import * as np from "../index.ts";
import { heap } from "./current.ts";

test("scope(f) puts arrays into the heap and frees them when f returns", () => {
  const before = np.kernels().heap.used;
  const total = np.scope(() => {
    const a = np.ones([100, 100]);
    expect(heap.owns(a.data)).toBe(true);
    expect(np.kernels().heap.used).toBeGreaterThan(before);
    return np.sum(np.add(a, a));
  });
  expect(total).toBe(20_000);
  expect(np.kernels().heap.used).toBe(before);
});

test("scope(f) keeps what f returns, in arrays and objects and by views, until release", () => {
  const before = np.kernels().heap.used;
  const kept = np.scope(() => {
    const w = np.arange(12, { dtype: "float64" }).reshape([3, 4]);
    np.zeros([50]);
    return { w: w.T, list: [np.full([5], 2), 3], name: "kept" };
  });
  expect(kept.w.shape).toEqual([4, 3]);
  expect(heap.owns(kept.w.data)).toBe(true);
  np.scope(() => np.full([1000], 9).size);
  expect(kept.w.toArray()).toEqual([[0, 4, 8], [1, 5, 9], [2, 6, 10], [3, 7, 11]]); // prettier-ignore
  np.release(kept);
  expect(np.kernels().heap.used).toBe(before);
});

test("what an inner scope returns belongs to the scope around it", () => {
  const before = np.kernels().heap.used;
  np.scope(() => {
    const inner = np.scope(() => np.full([64], 7));
    np.scope(() => np.zeros([64]).size);
    expect(np.sum(inner)).toBe(448);
  });
  expect(np.kernels().heap.used).toBe(before);
});

test("keep(a) saves an array that is not returned", () => {
  const before = np.kernels().heap.used;
  let best = np.zeros([1]);
  np.scope(() => {
    np.scope(() => {
      best = np.keep(np.full([40], 3));
    });
  });
  np.scope(() => np.zeros([40]).size);
  expect(np.sum(best)).toBe(120);
  np.release(best);
  expect(np.kernels().heap.used).toBe(before);
});

test("scope(f) frees its arrays when f throws", () => {
  const before = np.kernels().heap.used;
  expect(() =>
    np.scope(() => {
      np.zeros([1000]);
      throw new Error("on purpose");
    }),
  ).toThrow("on purpose");
  expect(np.kernels().heap.used).toBe(before);
  expect(heap.owns(np.zeros([1000]).data)).toBe(false);
});

test("scope(f) refuses a function that goes on after it returned", () => {
  expect(() => np.scope(async () => np.zeros([10]))).toThrow("the function returned a promise");
});

test("toHeap(a) copies into the heap; release of an array elsewhere does nothing", () => {
  const outside = np.arange(6, { dtype: "float32" }).reshape([2, 3]);
  const inside = np.toHeap(outside.T);
  expect(heap.owns(inside.data)).toBe(true);
  expect(inside.toArray()).toEqual([[0, 3], [1, 4], [2, 5]]); // prettier-ignore
  np.release(inside, outside, 3, null);
  expect(() => np.release(inside)).toThrow("released before");
});

test("arrays in the heap and outside give the same results, also mixed", () => {
  const random = np.randomGenerator(3);
  const x = random.normal(0, 1, [37, 41]);
  const w = random.normal(0, 1, [41, 29]);
  const expected = np.exp(np.add(np.matmul(x, w), 0.5));
  np.scope(() => {
    const [xh, wh] = [x.copy(), w.copy()];
    for (const [a, b] of [
      [xh, wh],
      [x, wh],
      [xh, w],
    ]) {
      const found = np.exp(np.add(np.matmul(a, b), 0.5));
      expect(heap.owns(found.data)).toBe(true);
      expect(found.toArray()).toEqual(expected.toArray());
    }
    const out = np.empty([37, 29]);
    np.matmul(x, w, { out });
    expect(np.exp(np.add(out, 0.5)).toArray()).toEqual(expected.toArray());
  });
});

test("turned and strided arrays in the heap give what contiguous ones outside give", () => {
  const random = np.randomGenerator(5);
  for (const dtype of ["float32", "float64"] as const)
    for (const [rows, columns] of [
      [200, 300],
      [64, 33],
      [3, 40_000],
      [700, 50],
    ]) {
      const [x, y] = [random.normal(0, 1, [columns, rows]), random.normal(0, 1, [rows, columns])];
      const [a, b] = [x.astype(dtype), y.astype(dtype)];
      const turned = a.T.copy();
      const expected = [
        np.add(turned, b),
        np.subtract(b, turned),
        np.abs(turned),
        np.multiply(turned, 2),
      ];
      const sums = [np.sum(b, { axis: 0 }), np.max(b, { axis: 0 }), np.min(turned, { axis: 1 })];
      np.scope(() => {
        const [at, bh] = [a.copy().T, b.copy()];
        const found = [np.add(at, bh), np.subtract(bh, at), np.abs(at), np.multiply(at, 2)];
        found.forEach((array, i) => expect(array.copy().toTyped()).toEqual(expected[i].toTyped()));
        const reduced = [np.sum(bh, { axis: 0 }), np.max(bh, { axis: 0 }), np.min(at, { axis: 1 })];
        reduced.forEach((array, i) => expect(array.toTyped()).toEqual(sums[i].toTyped()));
        const [every, second] = [bh.at(":", "::2"), b.at(":", "::2")];
        expect(np.square(every).toTyped()).toEqual(np.square(second).toTyped());
        expect(np.dot(bh.ravel(), bh.ravel())).toBeCloseTo(
          np.sum(np.square(b)),
          dtype === "float32" ? 0 : 8,
        );
      });
    }
});

test("10,000 training steps in a scope leave the heap as it was", () => {
  const random = np.randomGenerator(1);
  const x = np.toHeap(random.normal(0, 1, [16, 8]));
  const y = np.toHeap(random.normal(0, 1, [16, 1]));
  const w = np.toHeap(random.normal(0, 1, [8, 1]));
  const step = (): number =>
    np.scope(() => {
      const error = np.subtract(np.matmul(x, w), y);
      const gradient = np.matmul(x.T, error);
      np.subtract(w, np.multiply(gradient, 0.01), { out: w });
      return np.mean(np.square(error));
    });
  const first = step();
  const { used, blocks, size } = np.kernels().heap;
  let last = first;
  for (let i = 0; i < 10_000; i++) last = step();
  expect(last).toBeLessThan(first);
  expect(np.kernels().heap).toEqual({ used, blocks, size });
  np.release(x, y, w);
});

test("an array past the limit of 4 GiB is refused by its size", () => {
  expect(() => np.scope(() => np.zeros([2 ** 29]))).toThrow(
    /heap: 4\d{9} bytes asked for, a WebAssembly memory has at most 4294901760 \(4 GiB\)/,
  );
});

test("keep(a) and scope's result do not take an outside array for a heap array at the same offset", () => {
  const before = np.kernels().heap.used;
  const outside = np.scope(() => {
    const { byteOffset } = np.full([64], 1).data;
    const elsewhere = new Float64Array(new ArrayBuffer(byteOffset + 64), byteOffset, 8);
    return np.keep(np.fromTyped(elsewhere, [8]));
  });
  expect(outside.size).toBe(8);
  expect(np.kernels().heap.used).toBe(before);
});
