import { describe, expect, test } from "vitest";
import { sinusoids } from "./starting-weights.ts";

describe("sinusoids(positions, hidden, amplitude)", () => {
  const [positions, hidden] = [16, 8];
  const table = sinusoids(positions, hidden, 2);
  const row = (position: number): number[] =>
    Array.from(table.subarray(position * hidden, (position + 1) * hidden));
  const dot = (a: number, b: number): number =>
    row(a).reduce((sum, value, i) => sum + value * row(b)[i], 0);

  test("starts with sines of 0 and cosines of 0", () => {
    expect(row(0)).toEqual([0, 0, 0, 0, 2, 2, 2, 2]);
  });

  test("makes positions at the same distance equally alike", () => {
    expect(dot(3, 5)).toBeCloseTo(dot(9, 11), 4);
    expect(dot(3, 4)).toBeGreaterThan(dot(3, 5));
  });
});
