import { expect, it } from "vitest";
import "./matchers.ts";

it("toBeAllClose(expected) passes when close and says what differs when not", () => {
  expect([1, 2]).toBeAllClose(Float64Array.of(1, 2 + 1e-9));
  expect([1, 2]).not.toBeAllClose([1, 2.1]);
  expect(() => expect([1, 2]).toBeAllClose([1, 2.5])).toThrow(
    "toBeAllClose: 1 of 2 elements differ (rtol 1e-7, atol 0), shape (2,)\n" +
      "first at [1]: actual 2, expected 2.5, absolute error 0.5, relative error 0.2",
  );
});

it("not.toBeAllClose(expected) says so when all is close", () => {
  expect(() => expect([1]).not.toBeAllClose([1])).toThrow(
    "toBeAllClose: expected some element to differ, 0 of 1 element differs",
  );
});
