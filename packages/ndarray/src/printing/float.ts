import { exponentialDigits, fixedDigits, shortestDigits } from "./digits.ts";

/** At most this many digits after the decimal point. */
const precision = 8;

/** Writes the elements of one array with a common width, as NumPy's FloatingFormat. */
export function floatFormatter(
  values: readonly number[],
  isFloat32: boolean,
): (x: number) => string {
  const finite = values.filter((x) => Number.isFinite(x));
  const magnitudes = finite.map(Math.abs).filter((x) => x !== 0);
  const useExponent = needsExponent(magnitudes, isFloat32);
  const write = useExponent
    ? exponentWriter(finite, isFloat32)
    : (x: number): string => positional(x, isFloat32);

  let left = 0;
  let right = 0;
  for (const x of finite) {
    const [whole, rest] = write(x).split(".");
    left = Math.max(left, whole.length);
    right = Math.max(right, rest.length);
  }
  if (finite.length < values.length) {
    const longest = values.includes(-Infinity) ? 4 : 3;
    left = Math.max(left, longest - right - 1);
  }
  const width = left + right + 1;
  return (x) => {
    if (Number.isNaN(x)) return "nan".padStart(width);
    if (!Number.isFinite(x)) return (x < 0 ? "-inf" : "inf").padStart(width);
    const text = write(x);
    const whole = text.indexOf(".");
    return text.padStart(text.length + left - whole).padEnd(width);
  };
}

/** One exponent in the array, or a range of magnitudes beyond 1000, makes all of them scientific. */
function needsExponent(magnitudes: readonly number[], isFloat32: boolean): boolean {
  let low = Infinity;
  let high = 0;
  for (const x of magnitudes) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  if (high === 0) return false;
  // NumPy compares in the array's own precision.
  const round = isFloat32 ? Math.fround : Number;
  return high >= (isFloat32 ? 1e6 : 1e8) || low < round(0.0001) || round(high / low) > 1000;
}

function signOf(x: number): string {
  return x < 0 || Object.is(x, -0) ? "-" : "";
}

/** The shortest digits, or `precision` of them after the point, without trailing zeros. */
function positional(x: number, isFloat32: boolean): string {
  const { digits, exponent } = shortestDigits(x, isFloat32);
  const places = digits.length - 1 - exponent;
  if (places > precision) {
    return signOf(x) + fixedDigits(x, precision).replace(/0+$/, "");
  }
  const padded = digits.padStart(digits.length - exponent, "0").padEnd(exponent + 1, "0");
  const point = Math.max(exponent, 0) + 1;
  return `${signOf(x)}${padded.slice(0, point)}.${padded.slice(point)}`;
}

/** All with as many digits after the point as the longest needs, and exponents of one width. */
function exponentWriter(finite: readonly number[], isFloat32: boolean): (x: number) => string {
  let places = 0;
  let exponentWidth = 2;
  for (const x of finite) {
    const { digits, exponent } = shortestDigits(x, isFloat32);
    places = Math.max(places, Math.min(digits.length - 1, precision));
    exponentWidth = Math.max(exponentWidth, String(Math.abs(exponent)).length);
  }
  return (x) => {
    const { mantissa, exponent } = exponentialDigits(x, places);
    const point = places === 0 ? "." : "";
    const power = String(Math.abs(exponent)).padStart(exponentWidth, "0");
    return `${signOf(x)}${mantissa}${point}e${exponent < 0 ? "-" : "+"}${power}`;
  };
}

/** A lone number as NumPy prints a scalar: all its digits, an exponent below 1e-4 and from 1e16 (float32: 1e6) on. */
export function formatScalar(x: number, isFloat32: boolean): string {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x < 0 ? "-inf" : "inf";
  const { digits, exponent } = shortestDigits(x, isFloat32);
  const sign = signOf(x);
  if (x !== 0 && (Math.abs(x) < 1e-4 || Math.abs(x) >= (isFloat32 ? 1e6 : 1e16))) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
    const power = String(Math.abs(exponent)).padStart(2, "0");
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? "-" : "+"}${power}`;
  }
  const padded = digits.padStart(digits.length - exponent, "0").padEnd(exponent + 1, "0");
  const point = Math.max(exponent, 0) + 1;
  return `${sign}${padded.slice(0, point)}.${padded.slice(point) || "0"}`;
}
