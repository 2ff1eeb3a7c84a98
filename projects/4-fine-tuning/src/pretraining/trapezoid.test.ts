import { expect, test } from "vitest";
import { trapezoid } from "./trapezoid.ts";

test("trapezoid rises, stays, and falls to 0 behind the last step", () => {
  const rate = trapezoid(8, { warmup: 4, decay: 4, total: 12 });
  const rates = Array.from({ length: 13 }, (_, i) => rate(i + 1));
  expect(rates).toEqual([2, 4, 6, 8, 8, 8, 8, 8, 8, 6, 4, 2, 0]);
});
