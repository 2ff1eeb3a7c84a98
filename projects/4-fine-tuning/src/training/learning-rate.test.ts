import { describe, expect, test } from "vitest";
import { learningRateShare } from "./learning-rate.ts";

const linear = { warmup: 4, total: 12, schedule: "linear" } as const;
const cosine = { ...linear, schedule: "cosine" } as const;

describe("4.12 learningRateShare", () => {
  test("rises in a straight line, from the first update to the last of the warm-up", () => {
    for (const schedule of [linear, cosine]) {
      const shares = [1, 2, 3, 4].map((update) => learningRateShare(update, schedule));
      expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
    }
  });

  test("falls in a straight line to 0 at the last update", () => {
    const shares = [5, 6, 8, 10, 12].map((update) => learningRateShare(update, linear));
    expect(shares).toEqual([0.875, 0.75, 0.5, 0.25, 0]);
  });

  test("falls along half a cosine: slowly, then fast, then slowly", () => {
    const shares = [5, 6, 8, 10, 12].map((update) => learningRateShare(update, cosine));
    const expected = [0.9619398, 0.8535534, 0.5, 0.1464466, 0];
    for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(expected[i], 6);
  });

  test("begins to fall at once where there is no warm-up", () => {
    const options = { warmup: 0, total: 4, schedule: "linear" } as const;
    expect([1, 2, 3, 4].map((u) => learningRateShare(u, options))).toEqual([0.75, 0.5, 0.25, 0]);
  });

  test("rises to the end where the warm-up is all there is", () => {
    const options = { warmup: 2, total: 2, schedule: "cosine" } as const;
    expect([1, 2].map((update) => learningRateShare(update, options))).toEqual([0.5, 1]);
  });
});
