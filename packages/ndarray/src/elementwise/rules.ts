import type { DType } from "../core/dtype.ts";
import { isFloat } from "../core/dtype.ts";
import { DTypeError } from "../core/errors.ts";

/**
 * What an operation computes for each kind of number, as an expression in `x` (and `y`).
 *
 * Values are read as doubles whatever the buffers hold. `float` serves both float dtypes: one
 * operation in double, rounded to float32 when stored, is the correctly rounded float32 result
 * for + - * / and sqrt. The integer expressions wrap around themselves. A missing kind is refused.
 */
export interface Rules {
  readonly float?: string;
  readonly int32?: string;
  readonly uint8?: string;
  readonly bool?: string;
  /** "same": the dtype of the operands. "float": integers become float64. "bool": a truth value. */
  readonly result?: "same" | "float" | "bool";
  /** Bool is computed as uint8 (for NumPy's int8, which is not one of our dtypes). */
  readonly widenBool?: boolean;
  /** What to use instead, for the message when a kind is missing. */
  readonly instead?: string;
}

/** The dtype in which operands of dtype `common` are computed. */
export function computeDType(rules: Rules, common: DType): DType {
  if (rules.result === "float" && !isFloat(common)) return "float64";
  return common === "bool" && rules.widenBool === true ? "uint8" : common;
}

/** The expression for a dtype; throws DTypeError when the operation does not take it. */
export function expressionFor(operation: string, rules: Rules, dtype: DType): string {
  const expression = isFloat(dtype) ? rules.float : rules[dtype];
  if (expression !== undefined) return expression;
  const instead = rules.instead === undefined ? "" : `; use ${rules.instead}`;
  throw new DTypeError(`${operation}: dtype ${dtype} is not supported${instead}`);
}

/** The expression with its float32 rounding, where the buffer stored to would not do it. */
export function roundedExpression(expression: string, compute: DType, stored: DType): string {
  return compute === "float32" && stored !== "float32" ? `Math.fround(${expression})` : expression;
}

/** A small number for each dtype, so that compiled loops are kept in a plain array. */
export const dtypeCode = { float64: 0, float32: 1, int32: 2, uint8: 3, bool: 4 } as const;
