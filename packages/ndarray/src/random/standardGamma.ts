import type { Pcg64 } from "./pcg64.ts";
import { standardExponential } from "./standardExponential.ts";
import { standardNormal } from "./standardNormal.ts";

/**
 * One draw from the gamma distribution of the given shape and scale 1.
 *
 * Source: Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, 2000, for shapes above
 * 1; Ahrens and Dieter's GS, 1974, below.
 */
export function standardGamma(bits: Pcg64, shape: number): number {
  if (shape === 1) return standardExponential(bits);
  if (shape === 0) return 0;
  return shape < 1 ? smallShape(bits, shape) : largeShape(bits, shape);
}

function smallShape(bits: Pcg64, shape: number): number {
  for (;;) {
    const u = bits.double();
    const v = standardExponential(bits);
    if (u <= 1 - shape) {
      const x = Math.pow(u, 1 / shape);
      if (x <= v) return x;
    } else {
      const y = -Math.log((1 - u) / shape);
      const x = Math.pow(1 - shape + shape * y, 1 / shape);
      if (x <= v + y) return x;
    }
  }
}

function largeShape(bits: Pcg64, shape: number): number {
  const b = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * b);
  for (;;) {
    let x: number;
    let root: number;
    do {
      x = standardNormal(bits);
      root = 1 + c * x;
    } while (root <= 0);
    const v = root * root * root;
    const u = bits.double();
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v;
    if (Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) return b * v;
  }
}
