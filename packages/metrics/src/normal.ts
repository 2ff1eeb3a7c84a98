/** The complementary error function, to about 14 digits even far out in the tail. */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  if (x < 1) return 1 - erfSeries(x);
  return (Math.exp(-x * x) / Math.sqrt(Math.PI)) * tailFraction(x);
}

/** Standard normal distribution function. */
export function normalCdf(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** The z with `normalCdf(z) = p`; -Infinity at 0, Infinity at 1. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -lowerQuantile(1 - p);
  return lowerQuantile(p);
}

function lowerQuantile(p: number): number {
  if (p === 0) return -Infinity;
  // Abramowitz and Stegun 26.2.23, good to 4.5e-4; each Halley step triples the digits.
  const t = Math.sqrt(-2 * Math.log(p));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = numerator / denominator - t;
  for (let step = 0; step < 3; step++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const error = (normalCdf(z) - p) / density;
    z -= error / (1 + (error * z) / 2);
  }
  return z;
}

/** `erf(x) = 2/sqrt(pi) e^(-x^2) sum (2x^2)^n x / (1 3 5 ... (2n+1))`: all terms positive. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** `1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...))))` from the inside out. */
function tailFraction(x: number): number {
  // From x = 1 on, this many levels leave an error below 1e-16.
  const levels = Math.ceil(30 + 150 / (x * x));
  let fraction = x;
  for (let k = levels; k >= 1; k--) fraction = x + k / 2 / fraction;
  return 1 / fraction;
}
