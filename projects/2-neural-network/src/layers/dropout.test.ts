import { array, mean, ones, randomGenerator } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { Dropout, dropoutMask } from "./dropout.ts";

describe("2.11 dropoutMask", () => {
  const draw = () => dropoutMask([200, 50], 0.25, randomGenerator(3));

  test("holds only 0 and 1 / (1 - rate), in float32", () => {
    const mask = draw();
    expect([mask.dtype, mask.shape]).toEqual(["float32", [200, 50]]);
    expect(new Set(mask.toTyped())).toEqual(new Set([0, Math.fround(1 / 0.75)]));
  });

  test("drops the stated fraction and keeps the mean at 1", () => {
    const mask = draw();
    const dropped = mask.toTyped().filter((value) => value === 0).length / mask.size;
    expect(dropped).toBeCloseTo(0.25, 1);
    expect(mean(mask)).toBeCloseTo(1, 1);
  });

  test("drops nothing at rate 0", () => {
    expect(dropoutMask([3], 0, randomGenerator(0)).toArray()).toEqual([1, 1, 1]);
  });
});

describe("Dropout", () => {
  const random = randomGenerator(1);

  test("passes everything through in evaluation", () => {
    const x = array([1, 2, 3]);
    const layer = new Dropout(0.5);
    expect(layer.forward(x, { training: false, random })).toBe(x);
    expect(layer.backward(x)).toBe(x);
  });

  test("uses the same mask forward and backward", () => {
    const layer = new Dropout(0.5);
    const x = ones([1000]);
    const y = layer.forward(x, { training: true, random });
    expect(layer.backward(x).toArray()).toEqual(y.toArray());
  });
});
