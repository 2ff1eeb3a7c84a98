import { expect, it } from "vitest";
import { exponentialDigits, fixedDigits, shortestDigits } from "./digits.ts";

it("shortestDigits(x, isFloat32) reads back as the same number", () => {
  expect(shortestDigits(0.1, false)).toEqual({ digits: "1", exponent: -1 });
  expect(shortestDigits(Math.fround(0.1), true)).toEqual({ digits: "1", exponent: -1 });
  expect(shortestDigits(Math.fround(0.1), false).digits).toHaveLength(17);
  expect(shortestDigits(-1500, false)).toEqual({ digits: "15", exponent: 3 });
  expect(shortestDigits(0, false)).toEqual({ digits: "0", exponent: 0 });
});

it("fixedDigits(x, places) rounds exact halves to the even digit", () => {
  expect(fixedDigits(0.001953125, 8)).toBe("0.00195312");
  expect(fixedDigits(0.005859375, 8)).toBe("0.00585938");
  expect(fixedDigits(2.5, 0)).toBe("2");
  expect(fixedDigits(0.15, 1)).toBe("0.1");
});

it("exponentialDigits(x, places) rounds exact halves to the even digit", () => {
  expect(exponentialDigits(1.25, 1)).toEqual({ mantissa: "1.2", exponent: 0 });
  expect(exponentialDigits(1.75e10, 1)).toEqual({ mantissa: "1.8", exponent: 10 });
});
