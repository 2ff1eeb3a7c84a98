import { expect, it } from "vitest";
import { seededShuffle } from "./shuffle.ts";

it("seededShuffle(seed) gives the same orders for the same seed, and another for each call", () => {
  const items = [1, 2, 3, 4, 5, 6];
  const [a, b, c] = [seededShuffle(1), seededShuffle(1), seededShuffle(2)];
  const orders = Array.from({ length: 20 }, () => a(items));
  expect(orders).toEqual(Array.from({ length: 20 }, () => b(items)));
  expect(orders).not.toEqual(Array.from({ length: 20 }, () => c(items)));
  expect(new Set(orders.map(String)).size).toBeGreaterThan(10);
  expect(orders.every((order) => String(order.toSorted((a, b) => a - b)) === String(items))).toBe(
    true,
  );
});

it("seededShuffle(seed) puts every item first equally often", () => {
  const shuffle = seededShuffle(3);
  const first = [0, 0, 0];
  for (let i = 0; i < 3000; i++) first[shuffle([0, 1, 2])[0]]++;
  // Six standard deviations of a fair draw.
  for (const count of first) expect(Math.abs(count - 1000)).toBeLessThan(155);
});
