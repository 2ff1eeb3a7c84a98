import { expect, test } from "vitest";
import { floatsOf } from "./accumulator.ts";
import { DropoutMasks } from "./dropout-masks.ts";
import { Random } from "./random.ts";

test.each([1, 2, 2047, 2048, 5001])("16 random bits decide about each of %i elements", (count) => {
  const masks = new DropoutMasks([{ mask: "m", shape: [count], rate: 0.25 }], new Random(7));
  const random = new Random(7);
  const expected: number[] = [];
  while (expected.length < count) {
    const bits = random.bits();
    for (const half of [bits & 0xffff, bits >>> 16])
      expected.push(half < 16384 ? 0 : Math.fround(1 / 0.75));
  }
  expect(floatsOf(masks.draw(new Map())["m"])).toEqual(Float32Array.from(expected.slice(0, count)));
});

test("a rate of 0 keeps everything, and as many elements are dropped as the rate says", () => {
  const drawn = (rate: number) =>
    new DropoutMasks([{ mask: "m", shape: [100, 1000], rate }], new Random(1)).draw(new Map())["m"];
  expect(floatsOf(drawn(0)).every((x) => x === 1)).toBe(true);
  const dropped = floatsOf(drawn(0.1)).filter((x) => x === 0).length;
  expect(dropped / 100_000).toBeGreaterThan(0.095);
  expect(dropped / 100_000).toBeLessThan(0.105);
  expect(drawn(0.1).shape).toEqual([100, 1000]);
});
