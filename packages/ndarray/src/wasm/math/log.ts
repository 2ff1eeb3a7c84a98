import { f32x4, i32, i32x4, i64x2, v128 } from "../asm/index.ts";
import type { Local, V } from "../asm/index.ts";
import { log32 } from "./coefficients.ts";
import type { VectorFunction, VectorMath } from "./context.ts";

/** `x = m 2^k` with m from sqrt(1/2) to sqrt(2): k as a number, and `f = m - 1`. */
interface Split {
  readonly k: V;
  readonly f: V;
}

/** For positive normal x. */
function split(math: VectorMath): (x: V) => Split {
  const { lanes, type } = math;
  const one = math.constant(1);
  if (type === "f32") {
    const rootHalf = math.bits(0x3f3504f3n);
    return (x) => {
      const k = math.keep(i32x4.shrS(i32x4.sub(x, rootHalf), i32.const(23)));
      const m = i32x4.sub(x, i32x4.shl(k, i32.const(23)));
      return { k: math.keep(f32x4.convert(k)), f: math.keep(lanes.sub(m, one)) };
    };
  }
  // k + 1023 is a positive number of 11 bits; under the exponent of 2^52 it is a double's mantissa.
  const shifted = math.bits((1023n << 52n) - 0x3fe6a09e667f3bcdn);
  const oneBits = math.bits(1023n << 52n);
  const exponent52 = math.bits(0x4330000000000000n);
  const offset = math.constant(2 ** 52 + 1023);
  return (x) => {
    const biased = math.keep(i64x2.shrU(i64x2.add(x, shifted), i32.const(52)));
    const m = i64x2.add(i64x2.sub(x, i64x2.shl(biased, i32.const(52))), oneBits);
    const k = lanes.sub(v128.or(biased, exponent52), offset);
    return { k: math.keep(k), f: math.keep(lanes.sub(m, one)) };
  };
}

/** `log(1 + f) + k log(2)`: a polynomial for f32, fdlibm's e_log.c for f64. */
function combine(math: VectorMath): (parts: Split) => V {
  const { lanes } = math;
  const half = math.constant(0.5);
  if (math.type === "f32") {
    const quotient = math.polynomial(log32);
    const [high, low] = [math.constant(0.693359375), math.constant(-2.121944400546906e-4)];
    return ({ k, f }) => {
      const square = math.keep(lanes.mul(f, f));
      const cube = lanes.mul(square, f);
      const tail = math.multiplyAdd(k, low, lanes.mul(cube, quotient(f)));
      const y = math.negativeMultiplyAdd(square, half, tail);
      return math.multiplyAdd(k, high, lanes.add(f, y));
    };
  }
  const two = math.constant(2);
  const series = math.polynomial([
    6.666666666666735130e-1, 3.999999999940941908e-1, 2.857142874366239149e-1,
    2.222219843214978396e-1, 1.818357216161805012e-1, 1.531383769920937332e-1,
    1.479819860511658591e-1,
  ]); // prettier-ignore
  const high = math.constant(6.9314718036912381649e-1);
  const low = math.constant(1.9082149292705877e-10);
  return ({ k, f }) => {
    const s = math.keep(lanes.div(f, lanes.add(f, two)));
    const z = math.keep(lanes.mul(s, s));
    const r = lanes.mul(z, series(z));
    const halfSquare = math.keep(lanes.mul(half, lanes.mul(f, f)));
    const correction = math.multiplyAdd(k, low, lanes.mul(s, lanes.add(halfSquare, r)));
    return math.multiplyAdd(k, high, lanes.sub(f, lanes.sub(halfSquare, correction)));
  };
}

/** The natural logarithm: -inf at 0, NaN below, subnormals scaled up first. */
export function log(math: VectorMath): VectorFunction {
  const { f, lanes, type } = math;
  const [tiny, scale, shift] =
    type === "f32" ? [2 ** -126, 2 ** 23, 23] : [2 ** -1022, 2 ** 52, 52];
  const smallest = math.constant(tiny);
  const infinity = math.constant(Infinity);
  const zero = math.constant(0);
  const splitting = split(math);
  const combining = combine(math);
  return (x) => {
    const given = math.keep(x);
    const scaled: Local<"v128"> = f.let(given);
    const normal = v128.and(lanes.ge(given, smallest), lanes.lt(given, infinity));
    const special = f.let(v128.anyTrue(v128.not(normal)));
    const adjust = f.let(zero);
    f.if(special, () => {
      const small = math.keep(lanes.lt(given, smallest));
      f.set(scaled, math.select(small, lanes.mul(given, lanes.constant(scale)), given));
      f.set(adjust, v128.and(small, lanes.constant(shift)));
    });
    const parts = splitting(scaled);
    const result = f.let(combining({ k: math.keep(lanes.sub(parts.k, adjust)), f: parts.f }));
    f.if(special, () => {
      f.set(result, math.select(lanes.eq(given, infinity), infinity, result));
      f.set(result, math.select(lanes.eq(given, zero), lanes.constant(-Infinity), result));
      // All bits set are a NaN: for x < 0 and for NaN itself.
      f.set(result, v128.or(result, v128.not(lanes.ge(given, zero))));
    });
    return result;
  };
}
