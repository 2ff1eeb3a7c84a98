import type { Pcg64 } from "./pcg64.ts";

/** Returns the draw of one Binomial(n, p); what depends on n and p alone is worked out once. */
export function binomialSampler(n: number, p: number): (bits: Pcg64) => number {
  if (n === 0 || p === 0) return () => 0;
  if (p <= 0.5) return upToHalf(n, p);
  const failures = upToHalf(n, 1 - p);
  return (bits) => n - failures(bits);
}

function upToHalf(n: number, p: number): (bits: Pcg64) => number {
  return p * n <= 30 ? inversion(n, p) : btpe(n, p);
}

/** Walks up the probabilities `P(0), P(1), ...` until their sum passes a uniform draw. */
function inversion(n: number, p: number): (bits: Pcg64) => number {
  const q = 1 - p;
  const first = Math.exp(n * Math.log1p(-p));
  const mean = n * p;
  const bound = Math.trunc(Math.min(n, mean + 10 * Math.sqrt(mean * q + 1)));
  return (bits) => {
    let x = 0;
    let probability = first;
    let u = bits.double();
    while (u > probability) {
      x++;
      if (x > bound) {
        x = 0;
        probability = first;
        u = bits.double();
      } else {
        u -= probability;
        probability = ((n - x + 1) * p * probability) / (x * q);
      }
    }
    return x;
  };
}

/**
 * Rejection from a triangle, two parallelograms and two exponential tails over the distribution.
 * The names are the paper's.
 *
 * Source: Kachitvichyanukul and Schmeiser, Binomial Random Variate Generation, 1988 (BTPE).
 */
function btpe(n: number, r: number): (bits: Pcg64) => number {
  const q = 1 - r;
  const fm = n * r + r;
  const m = Math.floor(fm);
  const p1 = Math.floor(2.195 * Math.sqrt(n * r * q) - 4.6 * q) + 0.5;
  const xm = m + 0.5;
  const xl = xm - p1;
  const xr = xm + p1;
  const c = 0.134 + 20.5 / (15.3 + m);
  const left = (fm - xl) / (fm - xl * r);
  const laml = left * (1 + left / 2);
  const right = (xr - fm) / (xr * q);
  const lamr = right * (1 + right / 2);
  const p2 = p1 * (1 + 2 * c);
  const p3 = p2 + c / laml;
  const p4 = p3 + c / lamr;
  const nrq = n * r * q;

  /** Whether `v` lies under the distribution at `y`, relative to its height at the mode. */
  const accepts = (y: number, v: number): boolean => {
    const k = Math.abs(y - m);
    if (k <= 20 || k >= nrq / 2 - 1) {
      const s = r / q;
      const a = s * (n + 1);
      let f = 1;
      for (let i = m + 1; i <= y; i++) f *= a / i - s;
      for (let i = y + 1; i <= m; i++) f /= a / i - s;
      return v <= f;
    }
    const rho = (k / nrq) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / nrq + 0.5);
    const t = (-k * k) / (2 * nrq);
    const logV = Math.log(v);
    if (logV < t - rho) return true;
    if (logV > t + rho) return false;
    const x1 = y + 1;
    const f1 = m + 1;
    const z = n + 1 - m;
    const w = n - y + 1;
    return (
      logV <=
      xm * Math.log(f1 / x1) +
        (n - m + 0.5) * Math.log(z / w) +
        (y - m) * Math.log((w * r) / (x1 * q)) +
        stirling(f1) +
        stirling(z) +
        stirling(x1) +
        stirling(w)
    );
  };

  return (bits) => {
    for (;;) {
      const u = bits.double() * p4;
      let v = bits.double();
      let y: number;
      if (u <= p1) return Math.floor(xm - p1 * v + u);
      if (u <= p2) {
        const x = xl + (u - p1) / c;
        v = v * c + 1 - Math.abs(m - x + 0.5) / p1;
        if (v > 1) continue;
        y = Math.floor(x);
      } else if (u <= p3) {
        y = Math.floor(xl + Math.log(v) / laml);
        if (y < 0 || v === 0) continue;
        v = v * (u - p2) * laml;
      } else {
        y = Math.floor(xr - Math.log(v) / lamr);
        if (y > n || v === 0) continue;
        v = v * (u - p3) * lamr;
      }
      if (accepts(y, v)) return y;
    }
  };
}

/** The remainder of Stirling's formula for `log(x!)`, to the fourth order. */
function stirling(x: number): number {
  const square = x * x;
  return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320;
}
