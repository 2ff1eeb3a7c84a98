import { expect, it } from "vitest";
import { seededNormal, seededUniform } from "./seeded-normal.ts";

it("seededNormal(seed, size) gives the same numbers for the same seed only", () => {
  expect(seededNormal(3, 5)).toEqual(seededNormal(3, 5));
  expect(seededNormal(3, 5)).not.toEqual(seededNormal(4, 5));
});

it("seededNormal(seed, size, {mean, std}) has those moments", () => {
  const sample = seededNormal(1, 20_000, { mean: 2, std: 3 });
  const mean = sample.reduce((a, b) => a + b) / sample.length;
  const variance = sample.reduce((a, b) => a + (b - mean) ** 2, 0) / sample.length;
  // Five standard errors of each.
  expect(Math.abs(mean - 2)).toBeLessThan((5 * 3) / Math.sqrt(20_000));
  expect(Math.abs(variance - 9)).toBeLessThan(5 * 9 * Math.sqrt(2 / 20_000));
});

it("seededUniform(seed) stays inside (0, 1)", () => {
  const uniform = seededUniform(0);
  const draws = Array.from({ length: 10_000 }, uniform);
  expect(draws.every((u) => u > 0 && u < 1)).toBe(true);
  expect(new Set(draws).size).toBeGreaterThan(9_990);
});
