import { describe, expect, test } from "vitest";
import { takeToken } from "./token-bucket.ts";

describe("3.10 takeToken", () => {
  test("takes one token", () => {
    const taken = takeToken({ tokens: 60, at: 500 }, 60, 500);
    expect(taken).toEqual({ bucket: { tokens: 59, at: 500 }, retryAfter: 0 });
  });

  test("fills evenly: 60 a minute are one a second", () => {
    expect(takeToken({ tokens: 0, at: 0 }, 60, 1500).bucket.tokens).toBeCloseTo(0.5);
    expect(takeToken({ tokens: 2, at: 1000 }, 120, 2000).bucket.tokens).toBeCloseTo(3);
  });

  test("never holds more than a minute's", () => {
    expect(takeToken({ tokens: 50, at: 0 }, 60, 3_600_000).bucket.tokens).toBe(59);
  });

  test("refuses with less than one token and says when to come again, in whole seconds", () => {
    const { bucket, retryAfter } = takeToken({ tokens: 0.25, at: 0 }, 6, 0);
    expect(retryAfter).toBe(8);
    expect(bucket).toEqual({ tokens: 0.25, at: 0 });
  });

  test("keeps what filled in while it refused", () => {
    const first = takeToken({ tokens: 0, at: 0 }, 60, 600);
    expect(first.retryAfter).toBe(1);
    expect(first.bucket.at).toBe(600);
    expect(first.bucket.tokens).toBeCloseTo(0.6);
    expect(takeToken(first.bucket, 60, 1001).retryAfter).toBe(0);
  });

  test("lets exactly as many pass as a minute has", () => {
    let bucket = { tokens: 5, at: 0 };
    const passed = Array.from({ length: 9 }, () => {
      const taken = takeToken(bucket, 5, 0);
      bucket = taken.bucket;
      return taken.retryAfter === 0;
    });
    expect(passed.filter(Boolean).length).toBe(5);
  });
});
