import { floatBytes } from "./float.ts";
import type { FloatType } from "./float.ts";
import { memoryImmediate, operation, simdOp } from "./types.ts";
import type { Expr, Statement } from "./types.ts";
import { oneVector, threeVectors, twoVectors, v128 } from "./vector.ts";
import type { BinaryV, UnaryV, V } from "./vector.ts";

/**
 * Vector instructions of one float type, so that a generator is written once for both.
 *
 * `min` and `max` propagate NaN as `Math.min` does; `pmin(a, b)` is `b < a ? b : a` in one machine
 * instruction. Comparisons give all ones or all zeros a lane.
 */
export interface Lanes<T extends FloatType = FloatType> {
  readonly type: T;
  /** Lanes a vector. */
  readonly count: 4 | 2;
  /** Bytes a lane. */
  readonly bytes: 4 | 8;
  readonly zero: V;
  /** Every lane the same constant. */
  constant(value: number): V;
  splat(value: Expr<T>): V;
  loadSplat(address: Expr<"i32">, offset?: number): V;
  extract(value: V, lane: number): Expr<T>;
  /** `value` with one lane replaced from memory. */
  loadLane(address: Expr<"i32">, value: V, lane: number): V;
  /** One lane to memory. */
  storeLane(address: Expr<"i32">, value: V, lane: number): Statement;
  /** The first lane from memory, the others zero. */
  loadFirst(address: Expr<"i32">, offset?: number): V;
  readonly eq: BinaryV;
  readonly ne: BinaryV;
  readonly lt: BinaryV;
  readonly gt: BinaryV;
  readonly le: BinaryV;
  readonly ge: BinaryV;
  readonly abs: UnaryV;
  readonly neg: UnaryV;
  readonly sqrt: UnaryV;
  readonly ceil: UnaryV;
  readonly floor: UnaryV;
  readonly trunc: UnaryV;
  readonly nearest: UnaryV;
  readonly add: BinaryV;
  readonly sub: BinaryV;
  readonly mul: BinaryV;
  readonly div: BinaryV;
  readonly min: BinaryV;
  readonly max: BinaryV;
  readonly pmin: BinaryV;
  readonly pmax: BinaryV;
  /** `a * b + c`, rounded once where the machine has FMA (relaxed SIMD: needs its own validation). */
  relaxedMadd(a: V, b: V, c: V): V;
  /** `c - a * b`, as `relaxedMadd`. */
  relaxedNmadd(a: V, b: V, c: V): V;
  /** Lanes moved as `v128.shuffle` does, counted in lanes: `a` is 0..count-1, `b` follows. */
  shuffle(a: V, b: V, lanes: readonly number[]): V;
}

interface Codes {
  readonly count: 4 | 2;
  readonly bytes: 4 | 8;
  readonly splat: number;
  readonly loadSplat: number;
  readonly extract: number;
  readonly loadLane: number;
  readonly storeLane: number;
  readonly loadFirst: number;
  /** First of eq, ne, lt, gt, le, ge. */
  readonly compare: number;
  /** abs; neg is next, sqrt third after it, then add, sub, mul, div, min, max, pmin, pmax. */
  readonly arithmetic: number;
  /** ceil, floor, trunc, nearest. */
  readonly round: readonly [number, number, number, number];
  readonly madd: number;
}

function lanes<T extends FloatType>(type: T, codes: Codes): Lanes<T> {
  const constant = (value: number): V => {
    const lane = floatBytes(codes.bytes, value);
    return v128.const(Array.from({ length: codes.count }, () => lane).flat());
  };
  const at = codes.arithmetic;
  return {
    type,
    count: codes.count,
    bytes: codes.bytes,
    zero: constant(0),
    constant,
    splat: (value) => operation("v128", simdOp(codes.splat), value),
    loadSplat: (address, offset = 0) =>
      operation("v128", [...simdOp(codes.loadSplat), ...memoryImmediate(2, offset)], address),
    extract: (value, lane) => operation(type, [...simdOp(codes.extract), lane], value),
    loadLane: (address, value, lane) =>
      operation(
        "v128",
        [...simdOp(codes.loadLane), ...memoryImmediate(2, 0), lane],
        address,
        value,
      ),
    storeLane: (address, value, lane) =>
      operation(
        "v128",
        [...simdOp(codes.storeLane), ...memoryImmediate(2, 0), lane],
        address,
        value,
      ),
    loadFirst: (address, offset = 0) =>
      operation("v128", [...simdOp(codes.loadFirst), ...memoryImmediate(2, offset)], address),
    eq: twoVectors(codes.compare),
    ne: twoVectors(codes.compare + 1),
    lt: twoVectors(codes.compare + 2),
    gt: twoVectors(codes.compare + 3),
    le: twoVectors(codes.compare + 4),
    ge: twoVectors(codes.compare + 5),
    abs: oneVector(at),
    neg: oneVector(at + 1),
    sqrt: oneVector(at + 3),
    add: twoVectors(at + 4),
    sub: twoVectors(at + 5),
    mul: twoVectors(at + 6),
    div: twoVectors(at + 7),
    min: twoVectors(at + 8),
    max: twoVectors(at + 9),
    pmin: twoVectors(at + 10),
    pmax: twoVectors(at + 11),
    ceil: oneVector(codes.round[0]),
    floor: oneVector(codes.round[1]),
    trunc: oneVector(codes.round[2]),
    nearest: oneVector(codes.round[3]),
    relaxedMadd: threeVectors(codes.madd),
    relaxedNmadd: threeVectors(codes.madd + 1),
    shuffle: (a, b, order) =>
      v128.shuffle(
        a,
        b,
        order.flatMap((lane) =>
          Array.from({ length: codes.bytes }, (_, byte) => lane * codes.bytes + byte),
        ),
      ),
  };
}

export const f32x4 = {
  ...lanes("f32", {
    count: 4,
    bytes: 4,
    splat: 0x13,
    loadSplat: 0x09,
    extract: 0x1f,
    loadLane: 0x56,
    storeLane: 0x5a,
    loadFirst: 0x5c,
    compare: 0x41,
    arithmetic: 0xe0,
    round: [0x67, 0x68, 0x69, 0x6a],
    madd: 0x105,
  }),
  /** Of four signed 32-bit integers. */
  convert: oneVector(0xfa),
};

export const f64x2 = {
  ...lanes("f64", {
    count: 2,
    bytes: 8,
    splat: 0x14,
    loadSplat: 0x0a,
    extract: 0x21,
    loadLane: 0x57,
    storeLane: 0x5b,
    loadFirst: 0x5d,
    compare: 0x47,
    arithmetic: 0xec,
    round: [0x74, 0x75, 0x7a, 0x94],
    madd: 0x107,
  }),
  /** The two low lanes of a vector of float32. */
  promoteLow: oneVector(0x5f),
};

/** The vector operations of a float type, for generators that serve both. */
export function lanesOf(type: FloatType): Lanes {
  return type === "f32" ? f32x4 : f64x2;
}
