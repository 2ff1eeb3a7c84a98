import crypto from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { keyMatches, shownKey } from "./api-key.ts";

vi.mock("node:crypto", async (importOriginal) => {
  const original = await importOriginal<typeof import("node:crypto")>();
  const timingSafeEqual = vi.fn(original.timingSafeEqual);
  return { ...original, timingSafeEqual, default: { ...original, timingSafeEqual } };
});

// sha256 of "abc" (FIPS 180-2) and of "hello".
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

describe("3.11 keyMatches", () => {
  test("knows a key by its sum, wherever that stands", () => {
    expect(keyMatches("abc", [ABC, HELLO])).toBe(true);
    expect(keyMatches("hello", [ABC, HELLO])).toBe(true);
    expect(keyMatches("abc", [ABC.toUpperCase()])).toBe(true);
  });

  test("refuses other keys, also the sum itself and an empty one", () => {
    for (const key of ["abd", "ab", "abcd", "ABC", "", ABC]) {
      expect(keyMatches(key, [ABC, HELLO])).toBe(false);
    }
    expect(keyMatches("abc", [])).toBe(false);
  });

  test("compares in constant time, with every sum, also after one that matched", () => {
    const compare = vi.mocked(crypto.timingSafeEqual);
    for (const key of ["abc", "hello", "neither"]) {
      compare.mockClear();
      keyMatches(key, [ABC, HELLO, ABC]);
      expect(compare).toHaveBeenCalledTimes(3);
    }
  });
});

describe("shownKey", () => {
  test("reads either header", () => {
    expect(shownKey({ authorization: "Bearer secret" })).toBe("secret");
    expect(shownKey({ authorization: "bearer  secret" })).toBe("secret");
    expect(shownKey({ "x-api-key": "secret" })).toBe("secret");
  });

  test("has none of another scheme or no header", () => {
    expect(shownKey({ authorization: "Basic c2VjcmV0" })).toBeUndefined();
    expect(shownKey({})).toBeUndefined();
  });
});
