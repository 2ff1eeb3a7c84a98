import { describe, expect, test } from "vitest";
import { inShare } from "./in-share.ts";

const keys = Array.from({ length: 20_000 }, (_, i) => `text ${i}`);
const chosen = (share: number, salt = "canary") => keys.filter((key) => inShare(key, share, salt));

describe("5.4 inShare", () => {
  test("is the fraction that the first 48 bits of the sum are", () => {
    // sha256("canary:a") begins with 32 1f 24 45 2b 53.
    const fraction = 0x321f24452b53 / 2 ** 48;
    expect(inShare("a", fraction, "canary")).toBe(false);
    expect(inShare("a", fraction + 2 ** -48, "canary")).toBe(true);
  });

  test.each([0.01, 0.1, 0.5])("takes about %f of many keys", (share) => {
    const deviation = Math.sqrt((share * (1 - share)) / keys.length);
    expect(Math.abs(chosen(share).length / keys.length - share)).toBeLessThan(4 * deviation);
  });

  test("takes none of 0 and all of 1", () => {
    expect(chosen(0)).toEqual([]);
    expect(chosen(1)).toEqual(keys);
  });

  test("gives a key the same answer every time", () => {
    expect(chosen(0.3)).toEqual(chosen(0.3));
  });

  test("keeps who is in when the share grows", () => {
    const larger = new Set(chosen(0.2));
    expect(chosen(0.1).every((key) => larger.has(key))).toBe(true);
  });

  test("chooses others under another salt", () => {
    const both = new Set(chosen(0.5, "shadow"));
    const overlap = chosen(0.5, "canary").filter((key) => both.has(key)).length;
    expect(overlap / keys.length).toBeCloseTo(0.25, 1);
  });

  test("spreads keys that hardly differ", () => {
    const numbers = Array.from({ length: 1000 }, (_, i) => inShare(String(i), 0.5, "canary"));
    const changes = numbers.filter((value, i) => i > 0 && value !== numbers[i - 1]).length;
    expect(changes).toBeGreaterThan(400);
    expect(changes).toBeLessThan(600);
  });
});
