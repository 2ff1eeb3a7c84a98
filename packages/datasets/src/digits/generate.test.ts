import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { generateDigits } from "./generate.ts";
import { SIDE } from "./render.ts";

const pixels = SIDE * SIDE;

describe("generateDigits(count, seed)", () => {
  const { images, labels } = generateDigits(200, 7);
  const image = (i: number) => images.subarray(i * pixels, (i + 1) * pixels);

  test("gives the same bytes for the same seed, others for another", () => {
    const hash = (seed: number) =>
      createHash("sha256").update(generateDigits(20, seed).images).digest("hex");
    expect(hash(3)).toBe(hash(3));
    expect(hash(3)).not.toBe(hash(4));
  });

  test("draws every digit equally often, in random order", () => {
    const counts = Array.from({ length: 10 }, (_, d) => labels.filter((l) => l === d).length);
    expect(counts).toEqual(Array.from({ length: 10 }, () => 20));
    expect([...labels.subarray(0, 10)]).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("centres the ink's mass and keeps it off the border, as MNIST does", () => {
    for (let i = 0; i < 200; i++) {
      let [mass, x, y, border] = [0, 0, 0, 0];
      image(i).forEach((ink, at) => {
        const [row, column] = [Math.floor(at / SIDE), at % SIDE];
        mass += ink;
        x += ink * (column + 0.5);
        y += ink * (row + 0.5);
        if (row === 0 || row === SIDE - 1 || column === 0 || column === SIDE - 1) border += ink;
      });
      expect(Math.abs(x / mass - SIDE / 2)).toBeLessThan(1);
      expect(Math.abs(y / mass - SIDE / 2)).toBeLessThan(1);
      expect(border / mass).toBeLessThan(0.02);
    }
  });

  test("inks a handwriting's share of the page: from black lines to paper", () => {
    for (let i = 0; i < 200; i++) {
      expect(Math.max(...image(i))).toBe(255);
      const share = image(i).reduce((sum, ink) => sum + ink, 0) / 255 / pixels;
      expect(share).toBeGreaterThan(0.01);
      expect(share).toBeLessThan(0.35);
    }
  });

  test("refuses a count that is no positive integer", () => {
    expect(() => generateDigits(0, 1)).toThrow(/positive integer, got 0/);
    expect(() => generateDigits(1.5, 1)).toThrow(/got 1.5/);
  });
});
