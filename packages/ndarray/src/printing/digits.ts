// Decimal digits of floating point numbers, as NumPy's Dragon4 gives them: the shortest ones
// that read back as the same number, and the exact value rounded with halves to the even digit.

export interface Digits {
  /** The significant digits, without leading or trailing zeros ("0" for zero). */
  readonly digits: string;
  /** The value is `d.igits * 10^exponent`. */
  readonly exponent: number;
}

/** The shortest digits of |x| for a finite x, taken as a float32 when `isFloat32`. */
export function shortestDigits(x: number, isFloat32: boolean): Digits {
  const value = Math.abs(x);
  let text = value.toExponential();
  if (isFloat32) {
    for (let places = 0; places < 9; places++) {
      text = value.toExponential(places);
      if (Math.fround(Number(text)) === value) break;
    }
  }
  return parse(text);
}

function parse(text: string): Digits {
  const [mantissa, exponent] = text.split("e");
  return {
    digits: mantissa.replace(".", "").replace(/0+$/, "") || "0",
    exponent: Number(exponent),
  };
}

/** |x| rounded to `places` after the decimal point. */
export function fixedDigits(x: number, places: number): string {
  return halfToEven(Math.abs(x), places, (value, n) => value.toFixed(n));
}

/** |x| as `d.ddd` with `places` digits after the point, and the exponent of 10. */
export function exponentialDigits(
  x: number,
  places: number,
): { mantissa: string; exponent: number } {
  const text = halfToEven(Math.abs(x), places, (value, n) => value.toExponential(n));
  const [mantissa, exponent] = text.split("e");
  return { mantissa, exponent: Number(exponent) };
}

/**
 * JavaScript rounds an exact half up. When the digits beyond are exactly a half and the last
 * digit came out odd, the even neighbour is the one below, which is what truncation gives.
 */
function halfToEven(
  value: number,
  places: number,
  write: (value: number, places: number) => string,
): string {
  const rounded = write(value, places);
  const [mantissa, ...exponent] = write(value, Math.min(100, places + 30)).split("e");
  const point = mantissa.indexOf(".");
  const cut = point + 1 + places;
  if (!/^50*$/.test(mantissa.slice(cut))) return rounded;
  const kept = mantissa.slice(0, cut).replace(/\.$/, "");
  const last = Number(kept.at(-1));
  if (last % 2 !== 0) return rounded;
  return [kept, ...exponent].join("e");
}
