import { expect, it } from "vitest";
import {
  floorDivide,
  floorDivideInt,
  mod,
  modInt,
  pow,
  powInt32,
  roundHalfEven,
  sigmoid,
} from "./scalar.ts";

it("mod(x, y) has the sign of the divisor, and floorDivide(x, y) goes with it", () => {
  for (const x of [-7, -2.5, -0, 0, 1, 5.5, 7]) {
    for (const y of [-3, -0.5, 0.5, 2, 3]) {
      expect(floorDivide(x, y) * y + mod(x, y)).toBeCloseTo(x, 12);
      if (mod(x, y) !== 0) expect(Math.sign(mod(x, y))).toBe(Math.sign(y));
    }
  }
  expect(mod(1, 0)).toBeNaN();
  expect(floorDivide(1, 0)).toBe(Infinity);
});

it("modInt(x, 0) and floorDivideInt(x, 0) are 0, and the smallest integer wraps around", () => {
  expect(modInt(5, 0)).toBe(0);
  expect(floorDivideInt(5, 0)).toBe(0);
  expect(floorDivideInt(-7, 2)).toBe(-4);
  expect(modInt(-7, 2)).toBe(1);
  expect(floorDivideInt(-2147483648, -1)).toBe(-2147483648);
});

it("pow(x, y) follows C where JavaScript gives NaN", () => {
  expect(pow(1, NaN)).toBe(1);
  expect(pow(-1, Infinity)).toBe(1);
  expect(pow(2, 10)).toBe(1024);
  expect(powInt32(3, 21)).toBe(Number(BigInt.asIntN(32, 3n ** 21n)));
});

it("roundHalfEven(x) leaves large numbers, NaN and the sign of zero alone", () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5].map(roundHalfEven)).toEqual([0, 2, 2, -0, -2]);
  expect(roundHalfEven(2 ** 52 + 1)).toBe(2 ** 52 + 1);
  expect(roundHalfEven(0.49999999999999994)).toBe(0);
  expect(roundHalfEven(NaN)).toBeNaN();
  expect(roundHalfEven(-Infinity)).toBe(-Infinity);
});

it("sigmoid(x) keeps the small numbers of the far left", () => {
  expect(sigmoid(-745)).toBe(5e-324);
  expect(sigmoid(-40)).toBeCloseTo(4.248354255291589e-18, 30);
  expect(sigmoid(800)).toBe(1);
});
