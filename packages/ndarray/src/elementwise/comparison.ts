import { binary } from "./binary.ts";
import { unary } from "./unary.ts";

const comparison = (name: string, test: string) => {
  const expression = `${test} ? 1 : 0`;
  const rules = { float: expression, int32: expression, uint8: expression, bool: expression };
  return binary(name, { ...rules, result: "bool" });
};

/** `a == b`; NaN equals nothing. */
export const equal = comparison("equal", "x === y");

/** `a != b`. */
export const notEqual = comparison("notEqual", "x !== y");

/** `a < b`. */
export const less = comparison("less", "x < y");

/** `a <= b`. */
export const lessEqual = comparison("lessEqual", "x <= y");

/** `a > b`. */
export const greater = comparison("greater", "x > y");

/** `a >= b`. */
export const greaterEqual = comparison("greaterEqual", "x >= y");

/** Whether both are true (not 0; NaN is true). */
export const logicalAnd = comparison("logicalAnd", "x !== 0 && y !== 0");

/** Whether one or both are true. */
export const logicalOr = comparison("logicalOr", "x !== 0 || y !== 0");

/** Whether exactly one is true. */
export const logicalXor = comparison("logicalXor", "(x !== 0) !== (y !== 0)");

const test = (name: string, float: string, integer: string) => {
  const rules = { float, int32: integer, uint8: integer, bool: integer };
  return unary(name, { ...rules, result: "bool" });
};

/** Whether the element is false (0). */
export const logicalNot = test("logicalNot", "x === 0 ? 1 : 0", "x === 0 ? 1 : 0");

/** Whether the element is NaN. */
export const isnan = test("isnan", "x !== x ? 1 : 0", "0");

/** Whether the element is neither NaN nor infinite. */
export const isfinite = test("isfinite", "x - x === 0 ? 1 : 0", "1");

/** Whether the element is infinite. */
export const isinf = test("isinf", "x === Infinity || x === -Infinity ? 1 : 0", "0");

/** Whether the sign bit is set: true for -0. */
export const signbit = test("signbit", "x < 0 || (x === 0 && 1 / x < 0) ? 1 : 0", "x < 0 ? 1 : 0");
