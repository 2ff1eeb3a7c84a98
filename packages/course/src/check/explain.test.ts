import { describe, expect, test } from "vitest";
import { explain } from "./explain.ts";
import type { RawError } from "./protocol.ts";

const error = (message: string, more: Partial<RawError> = {}): RawError => ({
  name: "AssertionError",
  message,
  frames: [],
  ...more,
});
const facts = (raw: RawError) => explain(raw).facts.map(({ label, value }) => `${label}: ${value}`);

describe("explain(error)", () => {
  test("names the missing code of a Todo", () => {
    expect(explain(error("1.2 sigmoid", { name: "Todo" }))).toMatchObject({
      kind: "todo",
      missing: "1.2 sigmoid",
    });
  });

  test("gives the first differing element and the relative error of toBeAllClose", () => {
    const message =
      "toBeAllClose: 2 of 6 elements differ (rtol 1e-7, atol 0), shape (2, 3)\n" +
      "first at [0, 1]: actual 2, expected 2.5, absolute error 0.5, relative error 0.2\n" +
      "worst at [1, 2]: actual 9, expected 6, absolute error 3, relative error 0.5";
    expect(facts(error(message))).toEqual([
      "expected: 2.5 at [0, 1]",
      "came: 2",
      "error: relative 0.2, absolute 0.5 (allowed: rtol 1e-7, atol 0)",
      "differing: 2 of 6 elements; this is the first",
    ]);
  });

  test("gives both shapes", () => {
    const message = "toBeAllClose: shapes differ: actual (3,), expected (1, 3)";
    expect(facts(error(message))).toEqual(["expected: shape (1, 3)", "came: shape (3,)"]);
  });

  test("gives the worst element of a gradient and the note on it", () => {
    const message =
      "checkGradient: 2 of 4 elements are wrong (rtol 0.00001, atol 1e-7)\n" +
      "worst at [3]: gradient 4, central difference 2, absolute error 2, relative error 0.5\n" +
      "the gradient is 2 times the difference: a missing mean, factor or sign?";
    expect(facts(error(message, { name: "Error" }))).toEqual([
      "expected: 2 at [3] (by central differences)",
      "came: 4",
      "error: relative 0.5, absolute 2 (allowed: rtol 0.00001, atol 1e-7)",
      "wrong: 2 of 4 elements of the gradient; this is the worst",
      "note: the gradient is 2 times the difference: a missing mean, factor or sign?",
    ]);
  });

  test("gives expected and actual values that fit a line, and a diff of those that do not", () => {
    expect(facts(error("x", { expected: "0.5", actual: "1" }))).toEqual([
      "expected: 0.5",
      "came: 1",
    ]);
    const diff = "- Expected\n+ Received\n\n  [\n-   1,\n+   2,\n  ]";
    const long = explain(error("x", { expected: "[\n  1,\n]", actual: "[\n  2,\n]", diff }));
    expect(long.diff).toEqual(["  [", "-   1,", "+   2,", "  ]"]);
  });

  test("takes an assertion's sentence apart", () => {
    expect(facts(error("expected 90 to be less than 40"))).toEqual([
      "expected: to be less than 40",
      "came: 90",
    ]);
    const thrown = "expected [Function] to throw error including 'a' but got 'b'";
    expect(facts(error(thrown))).toEqual(["expected: to throw error including 'a'", "came: 'b'"]);
  });

  test("keeps to the sentence where two values say nothing: what was not to be, or to be thrown", () => {
    const values = { expected: "[1, 2]", actual: "[1, 2]", diff: "no visual difference" };
    expect(facts(error("expected [ 1, 2 ] to not deeply equal [ 1, 2 ]", values))).toEqual([
      "expected: to not deeply equal [ 1, 2 ]",
      "came: [ 1, 2 ]",
    ]);
    const not = error("expected 3 not to be 3 // Object.is equality", {
      expected: "3",
      actual: "3",
    });
    expect(facts(not)).toEqual(["expected: not to be 3", "came: 3"]);
    const thrown = { expected: "null", actual: "undefined" };
    expect(facts(error("expected function to throw an error, but it didn't", thrown))).toEqual([
      "expected: to throw an error, but it didn't",
      "came: function",
    ]);
  });

  test("gives the smallest failing input of a property, and why it failed", () => {
    const message =
      'Property failed after 7 tests\n{ seed: 1, path: "0:0" }\nCounterexample: [[0,-1]]\nShrunk 3 time(s)\n\nHint: x';
    const cause = error("x", { expected: "0.5", actual: "NaN" });
    expect(facts(error(message, { cause }))).toEqual([
      "input: [0,-1] (the smallest found, made smaller 3 times)",
      "expected: 0.5",
      "came: NaN",
      "tried: 7 random inputs before it failed",
    ]);
    const two = message.replace("[[0,-1]]", '[[0],"a,b"]');
    expect(facts(error(two, { cause }))[0]).toMatch(/^input: \[\[0\],"a,b"\] \(/);
  });

  test("takes a property that met missing code as missing code", () => {
    const message = "Property failed after 1 tests\n{ seed: 1 }\nCounterexample: [0]\n";
    const cause = error("1.2 sigmoid", { name: "Todo" });
    expect(explain(error(message, { cause })).kind).toBe("todo");
  });

  test("gives an error that the code threw, and a test that did not end", () => {
    expect(facts(error("x is not a function", { name: "TypeError" }))).toEqual([
      "came: TypeError: x is not a function",
    ]);
    expect(facts(error("Test timed out in 20000ms.\nIf this", { name: "Error" }))).toEqual([
      "came: no answer within 20 s",
    ]);
  });
});
