import type { DType, TypedArray } from "../core/dtype.ts";
import { allocate } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import type { NestedArray } from "../core/ndarray.ts";
import { checkFits, promote, promoteNumber } from "../core/promote.ts";
import { array } from "../creation/array.ts";

/** What the functions take for an array: an NDArray, a number, nested arrays, or a typed array (1-D). */
export type ArrayInput = NDArray | NestedArray | TypedArray;

export function asArray(value: ArrayInput): NDArray {
  return value instanceof NDArray ? value : array(value);
}

/** Bare numbers stay as they are: their dtype is decided by the arrays beside them. */
export function asOperand(value: ArrayInput): NDArray | number {
  return value instanceof NDArray || typeof value === "number" ? value : array(value);
}

/** The dtype that operands combine to; float64 when all of them are bare numbers. */
export function commonDType(...operands: readonly (NDArray | number)[]): DType {
  let common: DType | undefined;
  for (const operand of operands) {
    if (typeof operand === "number") continue;
    common = common === undefined ? operand.dtype : promote(common, operand.dtype);
  }
  if (common === undefined) return "float64";
  for (const operand of operands) {
    if (typeof operand === "number") common = promoteNumber(common, operand);
  }
  return common;
}

/** A bare number as a 0-d array of a dtype that must be able to hold it. */
export function scalarArray(operation: string, value: number, dtype: DType): NDArray {
  checkFits(operation, value, dtype);
  const data = allocate(dtype, 1);
  data[0] = dtype === "bool" ? Number(value !== 0) : value;
  return new NDArray(data, [], dtype, [], 0);
}
