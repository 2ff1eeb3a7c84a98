import { binary, memoryImmediate, operation, unary } from "./types.ts";
import type { Binary, Expr, Statement, Unary } from "./types.ts";

export type FloatType = "f32" | "f64";

/** Scalar instructions of one float type. `min` and `max` propagate NaN; `nearest` rounds ties to even. */
export interface FloatOps<T extends FloatType = FloatType> {
  readonly type: T;
  readonly bytes: 4 | 8;
  const(value: number): Expr<T>;
  eq(a: Expr<T>, b: Expr<T>): Expr<"i32">;
  ne(a: Expr<T>, b: Expr<T>): Expr<"i32">;
  lt(a: Expr<T>, b: Expr<T>): Expr<"i32">;
  gt(a: Expr<T>, b: Expr<T>): Expr<"i32">;
  le(a: Expr<T>, b: Expr<T>): Expr<"i32">;
  ge(a: Expr<T>, b: Expr<T>): Expr<"i32">;
  abs(a: Expr<T>): Expr<T>;
  neg(a: Expr<T>): Expr<T>;
  ceil(a: Expr<T>): Expr<T>;
  floor(a: Expr<T>): Expr<T>;
  trunc(a: Expr<T>): Expr<T>;
  nearest(a: Expr<T>): Expr<T>;
  sqrt(a: Expr<T>): Expr<T>;
  add(a: Expr<T>, b: Expr<T>): Expr<T>;
  sub(a: Expr<T>, b: Expr<T>): Expr<T>;
  mul(a: Expr<T>, b: Expr<T>): Expr<T>;
  div(a: Expr<T>, b: Expr<T>): Expr<T>;
  min(a: Expr<T>, b: Expr<T>): Expr<T>;
  max(a: Expr<T>, b: Expr<T>): Expr<T>;
  /** `condition ? a : b`, both evaluated. */
  select(a: Expr<T>, b: Expr<T>, condition: Expr<"i32">): Expr<T>;
  load(address: Expr<"i32">, offset?: number): Expr<T>;
  store(address: Expr<"i32">, value: Expr<T>, offset?: number): Statement;
  fromI32(value: Expr<"i32">): Expr<T>;
}

interface Codes {
  readonly bytes: 4 | 8;
  readonly alignLog2: number;
  readonly constant: number;
  /** First of eq, ne, lt, gt, le, ge. */
  readonly compare: number;
  /** First of abs, neg, ceil, floor, trunc, nearest, sqrt, add, sub, mul, div, min, max. */
  readonly arithmetic: number;
  readonly load: number;
  readonly store: number;
  readonly fromI32: number;
}

function floatOps<T extends FloatType>(type: T, codes: Codes): FloatOps<T> {
  const compare = (index: number): Binary<T, "i32"> => binary("i32", codes.compare + index);
  const one = (index: number): Unary<T> => unary(type, codes.arithmetic + index);
  const two = (index: number): Binary<T> => binary(type, codes.arithmetic + index);
  const immediate = (offset: number): number[] => memoryImmediate(codes.alignLog2, offset);
  return {
    type,
    bytes: codes.bytes,
    const: (value) => operation(type, [codes.constant, ...floatBytes(codes.bytes, value)]),
    eq: compare(0),
    ne: compare(1),
    lt: compare(2),
    gt: compare(3),
    le: compare(4),
    ge: compare(5),
    abs: one(0),
    neg: one(1),
    ceil: one(2),
    floor: one(3),
    trunc: one(4),
    nearest: one(5),
    sqrt: one(6),
    add: two(7),
    sub: two(8),
    mul: two(9),
    div: two(10),
    min: two(11),
    max: two(12),
    select: (a, b, condition) => operation(type, [0x1b], a, b, condition),
    load: (address, offset = 0) => operation(type, [codes.load, ...immediate(offset)], address),
    store: (address, value, offset = 0) =>
      operation(type, [codes.store, ...immediate(offset)], address, value),
    fromI32: unary(type, codes.fromI32),
  };
}

/** Little-endian IEEE 754 bytes of a number, rounded to float32 when `bytes` is 4. */
export function floatBytes(bytes: 4 | 8, value: number): number[] {
  const typed = bytes === 4 ? new Float32Array([value]) : new Float64Array([value]);
  return [...new Uint8Array(typed.buffer)];
}

export const f32 = {
  ...floatOps("f32", {
    bytes: 4,
    alignLog2: 2,
    constant: 0x43,
    compare: 0x5b,
    arithmetic: 0x8b,
    load: 0x2a,
    store: 0x38,
    fromI32: 0xb2,
  }),
  demoteF64: unary<"f64", "f32">("f32", 0xb6),
  reinterpretI32: unary<"i32", "f32">("f32", 0xbe),
};

export const f64 = {
  ...floatOps("f64", {
    bytes: 8,
    alignLog2: 3,
    constant: 0x44,
    compare: 0x61,
    arithmetic: 0x99,
    load: 0x2b,
    store: 0x39,
    fromI32: 0xb7,
  }),
  promoteF32: unary<"f32", "f64">("f64", 0xbb),
  reinterpretI64: unary<"i64", "f64">("f64", 0xbf),
};

/** The scalar operations of a float type, for generators that serve both. */
export function scalarOps(type: FloatType): FloatOps {
  return type === "f32" ? f32 : f64;
}
