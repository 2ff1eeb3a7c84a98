import { describe, expect, it } from "vitest";
import { casesOf, isSuite } from "./suite.ts";

const named = (name: string) => ({ name, ours: {}, peers: {} });

describe("casesOf", () => {
  it("casesOf(suite, quick) calls a function with what is asked for", () => {
    const cases = ({ quick }: { quick: boolean }) => [named(quick ? "small" : "large")];
    expect(casesOf({ description: "", cases }, true)).toEqual([named("small")]);
    expect(casesOf({ description: "", cases: [named("a")] }, true)).toEqual([named("a")]);
  });

  it("casesOf(suite, quick) refuses two cases of one name", () => {
    const suite = { description: "", cases: [named("a"), named("b"), named("a")] };
    expect(() => casesOf(suite, false)).toThrow('bench: two cases are called "a"');
  });
});

describe("isSuite", () => {
  it("isSuite(value) tells a suite from other exports", () => {
    expect(isSuite({ description: "", cases: [] })).toBe(true);
    expect([undefined, null, 1, {}, { cases: 3 }].some(isSuite)).toBe(false);
  });
});
