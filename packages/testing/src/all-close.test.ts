import { describe, expect, it } from "vitest";
import { allClose, assertAllClose, compareAllClose } from "./all-close.ts";

describe("compareAllClose", () => {
  it("compareAllClose(a, b) names the first and the worst element and counts them", () => {
    const { pass, message } = compareAllClose(
      [
        [1, 2, 3],
        [4, 5, 9],
      ],
      [
        [1, 2.5, 3],
        [4, 5, 6],
      ],
    );
    expect(pass).toBe(false);
    expect(message).toBe(
      "2 of 6 elements differ (rtol 1e-7, atol 0), shape (2, 3)\n" +
        "first at [0, 1]: actual 2, expected 2.5, absolute error 0.5, relative error 0.2\n" +
        "worst at [1, 2]: actual 9, expected 6, absolute error 3, relative error 0.5",
    );
  });

  it("compareAllClose(a, b) with other shapes says both", () => {
    expect(compareAllClose([1, 2, 3], [[1, 2, 3]]).message).toBe(
      "shapes differ: actual (3,), expected (1, 3)",
    );
  });

  it("compareAllClose(a, b) of ragged arrays says where", () => {
    expect(() => compareAllClose([[1, 2], [3]], 1)).toThrow(
      "actual: nested arrays are ragged at depth 1, expected 2 elements as in the first, found 1 elements",
    );
    expect(() => compareAllClose([1, [2]], 1)).toThrow("ragged at depth 1, expected a number");
    expect(() => compareAllClose([[1], 2], 1)).toThrow("found a number");
  });

  it("compareAllClose(a, b) of something that is no number says what it found", () => {
    expect(() => compareAllClose(JSON.parse('["1"]'), [1])).toThrow(
      'actual: expected numbers, found "1" at depth 1',
    );
    expect(() => compareAllClose(1, JSON.parse("null"))).toThrow("found null");
  });

  it("compareAllClose(a, b, {rtol: -1}) is refused", () => {
    expect(() => compareAllClose(1, 1, { rtol: -1 })).toThrow("rtol and atol must be >= 0");
    expect(() => compareAllClose(1, 1, { atol: NaN })).toThrow("found 1e-7 and NaN");
  });
});

describe("allClose", () => {
  it("allClose(a, b) allows atol + rtol * |expected|, measured on the expected side", () => {
    expect(allClose(101, 100, { rtol: 0.01 })).toBe(true);
    expect(allClose(101.01, 100, { rtol: 0.01 })).toBe(false);
    expect(allClose(100, 101, { rtol: 0.00995 })).toBe(true);
    expect(allClose(1e-9, 0)).toBe(false);
    expect(allClose(1e-9, 0, { atol: 1e-8 })).toBe(true);
  });

  it("allClose(a, b) takes NaN as equal to NaN unless equalNan is false", () => {
    expect(allClose([NaN, 1], [NaN, 1])).toBe(true);
    expect(allClose([NaN, 1], [NaN, 1], { equalNan: false })).toBe(false);
    expect(allClose([NaN], [1], { rtol: 1e9 })).toBe(false);
    expect(allClose([1], [NaN], { rtol: 1e9 })).toBe(false);
  });

  it("allClose(a, b) takes an infinity as close to itself only", () => {
    expect(allClose([Infinity, -Infinity], [Infinity, -Infinity])).toBe(true);
    expect(allClose([Infinity], [-Infinity], { rtol: 1 })).toBe(false);
    expect(allClose([1], [Infinity], { rtol: 1 })).toBe(false);
    expect(allClose([Infinity], [1], { atol: 1e300 })).toBe(false);
  });

  it("allClose(a, 0) compares a plain number with every element, not the other way round", () => {
    expect(allClose([0, 0, 0], 0)).toBe(true);
    expect(allClose(0, [0, 0, 0])).toBe(false);
  });

  it("allClose(a, b) reads typed arrays, nested arrays, booleans and strided views alike", () => {
    const transposed = {
      data: Float32Array.of(9, 1, 2, 3, 4),
      shape: [2, 2],
      strides: [1, 2],
      offset: 1,
    };
    expect(allClose(transposed, [Float64Array.of(1, 3), [2, 4]])).toBe(true);
    expect(allClose(Int32Array.of(1, 0), [true, false])).toBe(true);
    expect(allClose({ data: [7], shape: [], strides: [], offset: 0 }, 7)).toBe(true);
    expect(allClose([[], []], new Float64Array(0))).toBe(false);
    expect(allClose([], new Float64Array(0))).toBe(true);
  });
});

describe("assertAllClose", () => {
  it("assertAllClose(a, b) throws what compareAllClose says, and nothing when close", () => {
    expect(() => assertAllClose(1, 2)).toThrow(
      "assertAllClose: 1 of 1 element differs (rtol 1e-7, atol 0), shape ()\n" +
        "first at []: actual 1, expected 2, absolute error 1, relative error 0.5",
    );
    assertAllClose(1, 1 + 1e-9);
  });
});
