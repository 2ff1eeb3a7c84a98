import { expect, test } from "vitest";
import { readCount, readNumber } from "./read-number.ts";

test("readNumber(text) is a number from 0 on", () => {
  expect(["0", "0.5", "1e3"].map(readNumber)).toEqual([0, 0.5, 1000]);
  for (const text of ["", " ", "-1", "x", "Infinity"]) {
    expect(() => readNumber(text)).toThrow("a number from 0 on");
  }
});

test("readCount(text) is a whole number from 1 on", () => {
  expect(["1", "200"].map(readCount)).toEqual([1, 200]);
  for (const text of ["0", "2.5", "-1", "1e3", "", "Infinity"]) {
    expect(() => readCount(text)).toThrow("Expected 1, 2, 3");
  }
});
