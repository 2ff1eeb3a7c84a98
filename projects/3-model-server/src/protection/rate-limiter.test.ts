import { describe, expect, test } from "vitest";
import { solved } from "../test-support/solved.ts";
import { RateLimiter } from "./rate-limiter.ts";

describe("RateLimiter", () => {
  test("counts every client alone", async () => {
    await solved();
    const limiter = new RateLimiter(1);
    expect(limiter.take("a", 0)).toBe(0);
    expect(limiter.take("a", 0)).toBe(60);
    expect(limiter.take("b", 0)).toBe(0);
    expect(limiter.take("a", 60_000)).toBe(0);
  });

  test("forgets the client not seen for longest when there are too many", async () => {
    await solved();
    const limiter = new RateLimiter(1);
    for (let i = 0; i < 10_000; i++) limiter.take(`client ${i}`, 0);
    limiter.take("client 0", 0);
    limiter.take("one more", 0);
    expect(limiter.take("client 0", 0)).toBe(60);
    expect(limiter.take("client 1", 0)).toBe(0);
  });
});
