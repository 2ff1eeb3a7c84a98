import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as np from "../index.ts";
import type { NDArray } from "../index.ts";
import { elementwiseLoops } from "./memoryOrder.ts";

/** `[operands, shape, strides]`; an operand is `[shape, its axes from the outermost in memory]`. */
type Case = readonly [
  readonly (readonly [readonly number[], readonly number[]])[],
  readonly number[],
  readonly number[],
];

const file = new URL("../../fixtures/memoryOrder/cases.json", import.meta.url);
const cases: readonly Case[] = JSON.parse(readFileSync(file, "utf8"));

/** An array of `shape` whose axes lie in memory in this order. */
function laidOut(shape: readonly number[], order: readonly number[]): NDArray {
  const inMemory = np.zeros(order.map((axis) => shape[axis]));
  return np.transpose(
    inMemory,
    order.map((_, axis) => order.indexOf(axis)),
  );
}

it("results of elementwise functions lie in memory as NumPy's do", () => {
  expect(cases.length).toBe(300);
  for (const [operands, shape, strides] of cases) {
    const [x, y] = operands.map(([own, order]) => laidOut(own, order));
    const result = y === undefined ? np.negative(x) : np.add(x, y);
    // The step along an axis of length 1 does not matter.
    const steps = result.strides.map((step, axis) => (shape[axis] === 1 ? 0 : step));
    const expected = strides.map((step, axis) => (shape[axis] === 1 ? 0 : step));
    expect([operands, result.shape, steps]).toEqual([operands, shape, expected]);
  }
});

it("a result of transposed arrays has their layout and the right elements", () => {
  const x = np.reshape(np.arange(6), [2, 3]);
  const [sum, less, chosen] = [np.add(x.T, x.T), np.less(x.T, 3), np.where(x.T, x.T, -1)];
  for (const result of [sum, less, chosen]) expect(result.strides).toEqual([1, 3]);
  expect(sum.toArray()).toEqual([[0, 6], [2, 8], [4, 10]]); // prettier-ignore
  expect(less.toArray()).toEqual([[true, false], [true, false], [true, false]]); // prettier-ignore
  expect(chosen.toArray()).toEqual([[-1, 3], [1, 4], [2, 5]]); // prettier-ignore
});

it("elementwiseLoops(shape, operands) makes one loop of arrays that lie alike", () => {
  const x = np.zeros([2, 3, 4]);
  expect(elementwiseLoops([4, 3, 2], [x.T, np.zeros([2, 3, 4]).T])).toEqual({
    shape: [24],
    strides: [[1], [1]],
  });
});

it("elementwiseLoops(shape, operands) keeps C order where operands disagree", () => {
  const x = np.zeros([3, 2]);
  expect(elementwiseLoops([2, 3], [x.T, np.zeros([2, 3])])).toEqual({
    shape: [2, 3],
    strides: [
      [1, 2],
      [3, 1],
    ],
  });
});
