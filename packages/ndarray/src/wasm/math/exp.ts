import { i32 } from "../asm/index.ts";
import type { V } from "../asm/index.ts";
import { exp32, exp64 } from "./coefficients.ts";
import { integerLanes } from "./context.ts";
import type { VectorFunction, VectorMath } from "./context.ts";

/** `x = n log(2) + r` with |r| <= log(2) / 2, and what is needed of e^r and 2^n. */
export interface Reduced {
  /** `e^r - 1`, accurate near 0. */
  readonly expm1: V;
  /** n as a number. */
  readonly n: V;
  /** A number whose low bits are n: adding the magic constant moves them there. */
  readonly shifted: V;
}

const parameters = {
  f32: {
    // 1.5 * 2^23: in a sum of this size the last bit is worth 1.
    magic: 12582912,
    // log(2) in two parts, the first short enough for n times it to be exact.
    high: 0.693359375,
    low: -2.121944400546906e-4,
    coefficients: exp32,
    mantissa: 23,
    bias: 127n,
    // Beyond these the result is infinity or 0 for certain.
    limits: [-104.5, 89],
  },
  f64: {
    magic: 6755399441055744,
    high: 6.9314718036912381649e-1,
    low: 1.9082149292705877e-10,
    coefficients: exp64,
    mantissa: 52,
    bias: 1023n,
    limits: [-746, 710],
  },
} as const;

/** Splits the argument as Cody and Waite do, and evaluates the polynomial for e^r - 1. */
export function reduce(math: VectorMath): (x: V) => Reduced {
  const { lanes, type } = math;
  const { magic, high, low, coefficients } = parameters[type];
  const inverse = math.constant(Math.LOG2E);
  const shift = math.constant(magic);
  const [highPart, lowPart] = [math.constant(high), math.constant(low)];
  const quotient = math.polynomial(coefficients);
  return (x) => {
    const shifted = math.keep(math.multiplyAdd(x, inverse, shift));
    const n = math.keep(lanes.sub(shifted, shift));
    const near = math.negativeMultiplyAdd(n, highPart, x);
    const r = math.keep(math.negativeMultiplyAdd(n, lowPart, near));
    const square = math.keep(lanes.mul(r, r));
    return { expm1: math.keep(math.multiplyAdd(quotient(r), square, r)), n, shifted };
  };
}

/** `2^n` for a normal result, from the shifted n. */
export function powerOfTwo(math: VectorMath): VectorFunction {
  const { mantissa, bias } = parameters[math.type];
  const one = math.bits(bias << BigInt(mantissa));
  const { add, shl } = integerLanes(math.type);
  return (shifted) => add(shl(shifted, i32.const(mantissa)), one);
}

/** `p 2^n` in two steps, so that results may overflow or become subnormal. */
function scale(math: VectorMath): (p: V, reduced: Reduced) => V {
  const { lanes, type } = math;
  const { magic } = parameters[type];
  const { sub } = integerLanes(type);
  const shift = math.constant(magic);
  const half = math.constant(0.5);
  const power = powerOfTwo(math);
  return (p, { n, shifted }) => {
    const firstHalf = math.keep(math.multiplyAdd(n, half, shift));
    const rest = sub(shifted, firstHalf);
    return lanes.mul(lanes.mul(p, power(firstHalf)), power(rest));
  };
}

/** `e^x`; inf and 0 where it leaves the range, subnormal results rounded. */
export function exp(math: VectorMath): VectorFunction {
  const { lanes } = math;
  const [lowest, highest] = parameters[math.type].limits.map((limit) => math.constant(limit));
  const one = math.constant(1);
  const reduced = reduce(math);
  const scaled = scale(math);
  return (x) => {
    // pmin and pmax keep a NaN in their first argument.
    const parts = reduced(math.keep(lanes.pmin(lanes.pmax(x, lowest), highest)));
    return scaled(math.keep(lanes.add(parts.expm1, one)), parts);
  };
}

/** `e^x` for x from -87 to 0 (f32) or -708 to 0 (f64), where the result is normal. */
export function expOfNegative(math: VectorMath): VectorFunction {
  const { lanes } = math;
  const one = math.constant(1);
  const reduced = reduce(math);
  const power = powerOfTwo(math);
  return (x) => {
    const { expm1, shifted } = reduced(x);
    return lanes.mul(lanes.add(expm1, one), power(shifted));
  };
}
