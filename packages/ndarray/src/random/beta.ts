import type { Pcg64 } from "./pcg64.ts";
import { standardGamma } from "./standardGamma.ts";

/** Below this, `u ** (1 / a)` is 0 for nearly every `u`, and so the draw is 0 or 1. */
const NEGLIGIBLE = 3e-103;

/** One draw from Beta(a, b): Jöhnk's method for `a, b <= 1`, else a ratio of two gammas. */
export function beta(bits: Pcg64, a: number, b: number): number {
  if (a <= 1 && b <= 1) return johnk(bits, a, b);
  const x = standardGamma(bits, a);
  const y = standardGamma(bits, b);
  return x / (x + y);
}

function johnk(bits: Pcg64, a: number, b: number): number {
  if (a < NEGLIGIBLE && b < NEGLIGIBLE) return (a + b) * bits.double() < a ? 1 : 0;
  for (;;) {
    const u = bits.double();
    const v = bits.double();
    const x = Math.pow(u, 1 / a);
    const y = Math.pow(v, 1 / b);
    if (x + y > 1 || u + v <= 0) continue;
    if (x > 0 && y > 0) return x / (x + y);
    // A power underflowed: the ratio from the logarithms.
    const difference = Math.log(u) / a - Math.log(v) / b;
    return difference > 0
      ? Math.exp(-Math.log1p(Math.exp(-difference)))
      : Math.exp(difference - Math.log1p(Math.exp(difference)));
  }
}
