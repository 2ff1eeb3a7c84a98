// Operations on single numbers that JavaScript lacks, or has with other rules.
export { erf } from "./erf.ts";

/** C's `pow`: 1 to any power is 1, also NaN; (-1) ** Infinity is 1. */
export function pow(x: number, y: number): number {
  if (x === 1) return 1;
  if (x === -1 && (y === Infinity || y === -Infinity)) return 1;
  return x ** y;
}

/** Whole powers with the wrap-around of 32 bits. */
export function powInt32(x: number, y: number): number {
  let result = 1;
  let base = x | 0;
  for (let e = y; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) result = Math.imul(result, base);
    base = Math.imul(base, base);
  }
  return result;
}

/** Remainder with the sign of the divisor, as Python's `%`. */
export function mod(x: number, y: number): number {
  const r = x % y;
  if (y === 0 || r !== r) return r;
  if (r === 0) return y < 0 || Object.is(y, -0) ? -0 : 0;
  return y < 0 !== r < 0 ? r + y : r;
}

/** `floor(x / y)` consistent with `mod`, as NumPy's `floor_divide`. */
export function floorDivide(x: number, y: number): number {
  if (y === 0) return x / y;
  let r = x % y;
  if (r !== r) return r;
  let quotient = (x - r) / y;
  if (r !== 0 && y < 0 !== r < 0) {
    r += y;
    quotient -= 1;
  }
  if (quotient === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const whole = Math.floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

/** Division by 0 gives 0 for integers. */
export function modInt(x: number, y: number): number {
  if (y === 0) return 0;
  const r = x % y;
  return r !== 0 && y < 0 !== r < 0 ? r + y : r;
}

export function floorDivideInt(x: number, y: number): number {
  return y === 0 ? 0 : Math.floor(x / y) | 0;
}

/** To the nearest whole number, halves to the even one. */
export function roundHalfEven(x: number): number {
  if (!(Math.abs(x) < 4503599627370496)) return x;
  const shift = x < 0 || Object.is(x, -0) ? -4503599627370496 : 4503599627370496;
  const whole = x + shift - shift;
  return whole === 0 ? x * 0 : whole;
}

export function sign(x: number): number {
  return x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : x;
}

/** `1 / (1 + exp(-x))` without overflow, from the smaller of exp(x) and exp(-x). */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** `log(exp(x) + exp(y))` without overflow. */
export function logaddexp(x: number, y: number): number {
  if (x === y) return x + Math.LN2;
  const d = x - y;
  if (d > 0) return x + Math.log1p(Math.exp(-d));
  return d <= 0 ? y + Math.log1p(Math.exp(d)) : d;
}
