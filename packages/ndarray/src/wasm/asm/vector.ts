import { binary, memoryImmediate, operation, simdOp, unary } from "./types.ts";
import type { Binary, Expr, Statement, Unary } from "./types.ts";

export type V = Expr<"v128">;
export type UnaryV = Unary<"v128">;
export type BinaryV = Binary<"v128">;

/** Operations from vectors to a vector by their number behind the SIMD prefix. */
export const oneVector = (code: number): UnaryV => unary("v128", ...simdOp(code));
export const twoVectors = (code: number): BinaryV => binary("v128", ...simdOp(code));
export const threeVectors =
  (code: number) =>
  (a: V, b: V, c: V): V =>
    operation("v128", simdOp(code), a, b, c);

const test = (code: number): Unary<"v128", "i32"> => unary("i32", ...simdOp(code));
const shift =
  (code: number) =>
  (value: V, bits: Expr<"i32">): V =>
    operation("v128", simdOp(code), value, bits);

/** Bitwise and memory instructions on 128 bits, whatever the lanes. */
export const v128 = {
  /** 16 constant bytes. */
  const: (bytes: ArrayLike<number>): V => {
    if (bytes.length !== 16)
      throw new RangeError(`v128.const: expected 16 bytes, found ${bytes.length}`);
    return operation("v128", [...simdOp(0x0c), ...Array.from(bytes)]);
  },
  load: (address: Expr<"i32">, offset = 0): V =>
    operation("v128", [...simdOp(0x00), ...memoryImmediate(2, offset)], address),
  store: (address: Expr<"i32">, value: V, offset = 0): Statement =>
    operation("v128", [...simdOp(0x0b), ...memoryImmediate(2, offset)], address, value),
  not: oneVector(0x4d),
  and: twoVectors(0x4e),
  /** `a & ~b` */
  andNot: twoVectors(0x4f),
  or: twoVectors(0x50),
  xor: twoVectors(0x51),
  /** Bits of `a` where the mask is 1, of `b` where it is 0. */
  bitselect: threeVectors(0x52),
  anyTrue: test(0x53),
  /** Byte `i` of the result is byte `lanes[i]` of `a` (0..15) or `b` (16..31). */
  shuffle: (a: V, b: V, lanes: readonly number[]): V => {
    if (lanes.length !== 16 || lanes.some((lane) => lane < 0 || lane > 31))
      throw new RangeError(`v128.shuffle: expected 16 lanes in 0..31, found [${lanes.join(", ")}]`);
    return operation("v128", [...simdOp(0x0d), ...lanes], a, b);
  },
};

/** Sixteen 8-bit integers. */
export const i8x16 = {
  splat: unary<"i32", "v128">("v128", ...simdOp(0x0f)),
  eq: twoVectors(0x23),
  /** Two vectors of 16-bit lanes to one of 8-bit lanes, signed and saturated. */
  narrowI16x8S: twoVectors(0x65),
};

/** Eight 16-bit integers. */
export const i16x8 = {
  /** Two vectors of 32-bit lanes to one of 16-bit lanes, signed and saturated. */
  narrowI32x4S: twoVectors(0x85),
  extendLowI8x16S: oneVector(0x87),
  extendHighI8x16S: oneVector(0x88),
};

/** Four 32-bit integers. */
export const i32x4 = {
  splat: unary<"i32", "v128">("v128", ...simdOp(0x11)),
  extract: (value: V, lane: number): Expr<"i32"> =>
    operation("i32", [...simdOp(0x1b), lane], value),
  extendLowI16x8S: oneVector(0xa7),
  extendHighI16x8S: oneVector(0xa8),
  eq: twoVectors(0x37),
  ltS: twoVectors(0x39),
  gtS: twoVectors(0x3b),
  allTrue: test(0xa3),
  bitmask: test(0xa4),
  shl: shift(0xab),
  shrS: shift(0xac),
  shrU: shift(0xad),
  add: twoVectors(0xae),
  sub: twoVectors(0xb1),
  mul: twoVectors(0xb5),
  minS: twoVectors(0xb6),
  maxS: twoVectors(0xb8),
  /** Saturating; NaN gives 0. */
  truncSatF32x4S: oneVector(0xf8),
  /** The two low lanes saturated, the two high ones zero. */
  truncSatF64x2SZero: oneVector(0xfc),
};

/** Two 64-bit integers. */
export const i64x2 = {
  splat: unary<"i64", "v128">("v128", ...simdOp(0x12)),
  extendLowI32x4S: oneVector(0xc7),
  extendHighI32x4S: oneVector(0xc8),
  eq: twoVectors(0xd6),
  gtS: twoVectors(0xd9),
  bitmask: test(0xc4),
  shl: shift(0xcb),
  shrS: shift(0xcc),
  shrU: shift(0xcd),
  add: twoVectors(0xce),
  sub: twoVectors(0xd1),
};
