import { randomGenerator } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { damage } from "./damage.ts";

/** One image with a single inked pixel. */
function dot(row: number, column: number): Uint8Array {
  const image = new Uint8Array(784);
  image[row * 28 + column] = 180;
  return image;
}

describe("damage(images, kind, amount, random)", () => {
  const random = () => randomGenerator(1);

  test("changes nothing at amount 0, and never its input", () => {
    const image = dot(10, 10);
    for (const kind of ["noise", "shift", "blur"] as const) {
      expect(damage(image, kind, 0, random())).toEqual(dot(10, 10));
      damage(image, kind, 2, random());
    }
    expect(image).toEqual(dot(10, 10));
  });

  test("noise has the stated deviation", () => {
    const grey = new Uint8Array(784 * 20).fill(128);
    const noise = damage(grey, "noise", 0.1, random());
    const variance = noise.reduce((sum, value) => sum + (value - 128) ** 2, 0) / noise.length;
    expect(Math.sqrt(variance) / 25.5).toBeCloseTo(1, 1);
  });

  test("shift moves the ink by the distance", () => {
    const moved = damage(dot(14, 14), "shift", 4, random());
    const to = moved.indexOf(180);
    const distance = Math.hypot(Math.floor(to / 28) - 14, (to % 28) - 14);
    expect(Math.abs(distance - 4)).toBeLessThan(0.8);
  });

  test("blur spreads a dot over nine pixels and keeps its ink", () => {
    const blurred = damage(dot(14, 14), "blur", 1, random());
    expect(blurred.filter((ink) => ink === 20)).toHaveLength(9);
    expect(blurred.reduce((a, b) => a + b)).toBe(180);
  });
});
