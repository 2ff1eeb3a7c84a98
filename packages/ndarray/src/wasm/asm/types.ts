import { unsignedLeb128 } from "./leb128.ts";

export type ValueType = "i32" | "i64" | "f32" | "f64" | "v128";

export const typeCode: Readonly<Record<ValueType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};

/** Instructions that leave one value of type `T` on the stack. */
export interface Expr<T extends ValueType = ValueType> {
  readonly type: T;
  readonly code: readonly number[];
}

/** Instructions that leave nothing on the stack. */
export interface Statement {
  readonly code: readonly number[];
}

/** The operands' instructions one after another, then the operation's own bytes. */
export function operation<T extends ValueType>(
  type: T,
  bytes: readonly number[],
  ...operands: readonly Expr[]
): Expr<T> {
  // Plain loops: spreading and flatMap made the generation of a module four times slower.
  const code: number[] = [];
  for (const operand of operands) append(code, operand.code);
  append(code, bytes);
  return { type, code };
}

/** Adds bytes at the end. */
export function append(target: number[], bytes: readonly number[]): void {
  for (let i = 0; i < bytes.length; i++) target.push(bytes[i]);
}

export type Unary<A extends ValueType, R extends ValueType = A> = (a: Expr<A>) => Expr<R>;
export type Binary<A extends ValueType, R extends ValueType = A> = (
  a: Expr<A>,
  b: Expr<A>,
) => Expr<R>;

export function unary<A extends ValueType, R extends ValueType>(
  result: R,
  ...bytes: number[]
): Unary<A, R> {
  return (a) => operation(result, bytes, a);
}

export function binary<A extends ValueType, R extends ValueType>(
  result: R,
  ...bytes: number[]
): Binary<A, R> {
  return (a, b) => operation(result, bytes, a, b);
}

/** Bytes of an instruction behind the 0xfd prefix (SIMD). */
export function simdOp(code: number): number[] {
  return [0xfd, ...unsignedLeb128(code)];
}

/** The immediate of a memory instruction: log2 of the alignment hint, then the constant offset. */
export function memoryImmediate(alignLog2: number, offset: number): number[] {
  return [...unsignedLeb128(alignLog2), ...unsignedLeb128(offset)];
}
