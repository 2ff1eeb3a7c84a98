import * as fc from "fast-check";
import { expect, it } from "vitest";
import { sortedOrder } from "./mergeSort.ts";

it("sortedOrder(keys) is the stable order with NaNs last, for any length", () => {
  const key = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(NaN, Infinity, -Infinity, -0),
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
      const rank = (x: number): number => (Number.isNaN(x) ? 2 : 1);
      const expected = keys.map((_, i) => i);
      expected.sort(
        (i, j) =>
          rank(keys[i]) - rank(keys[j]) || (keys[i] > keys[j] ? 1 : keys[i] < keys[j] ? -1 : i - j),
      );
      expect(Array.from(sortedOrder(Float64Array.from(keys)))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
