import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeOrder } from "./mergeSort.ts";
import { sortedOrder } from "./order.ts";
import { radixOrder } from "./radixSort.ts";

const special = fc.constantFrom(NaN, Infinity, -Infinity, -0, 0, 5e-324, -5e-324);
const key = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double(), special);

function naiveOrder(keys: readonly number[]): number[] {
  const rank = (x: number): number => (Number.isNaN(x) ? 2 : 1);
  const compare = (a: number, b: number): number =>
    rank(a) - rank(b) || (a > b ? 1 : a < b ? -1 : 0);
  const order = keys.map((_, i) => i);
  order.sort((i, j) => compare(keys[i], keys[j]) || i - j);
  return order;
}

describe.each([
  ["mergeOrder", mergeOrder],
  ["radixOrder", radixOrder],
])("%s", (name, order) => {
  it(`${name}(keys) is the stable order with NaNs last, for any length`, () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
        expect(Array.from(order(Float64Array.from(keys)))).toEqual(naiveOrder(keys));
      }),
      { numRuns: 400 },
    );
  });
});

it("radixOrder(keys) puts NaNs of either sign last", () => {
  const keys = new Float64Array(2);
  new Uint32Array(keys.buffer).set([1, 0xfff80000], 0);
  keys[1] = Infinity;
  expect(keys[0]).toBeNaN();
  expect(Array.from(radixOrder(keys))).toEqual([1, 0]);
});

it("sortedOrder(keys) is the same on both sides of its change of method", () => {
  for (const n of [2499, 2500]) {
    const keys = Float64Array.from({ length: n }, (_, i) => (i * 7919) % 1009);
    expect(Array.from(sortedOrder(keys))).toEqual(naiveOrder(Array.from(keys)));
  }
});
