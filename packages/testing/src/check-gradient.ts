import { formatError, formatIndex, formatShape } from "./format.ts";
import { flatten, sameShape } from "./numeric.ts";
import type { Numeric } from "./numeric.ts";
import { perturbable } from "./perturbable.ts";
import { upstreamFor } from "./upstream.ts";

export interface GradientOptions<Y> {
  /** Step for `|x| <= 1`; larger elements step `eps * |x|`. Default 6e-6, the cube root of float64's epsilon. */
  readonly eps?: number;
  /** Gradient of the loss with respect to f's output; default: seeded, different for every element. */
  readonly upstream?: Y;
  /** Seed of the default upstream; default 1. */
  readonly seed?: number;
  /** Allowed error relative to the larger of both gradients; default 1e-5. */
  readonly rtol?: number;
  /** Allowed error on top of it; default 1e-7. */
  readonly atol?: number;
}

export interface GradientElement {
  readonly index: string;
  /** What `grad` returned. */
  readonly analytic: number;
  /** What central differences say. */
  readonly numeric: number;
  readonly absoluteError: number;
  readonly relativeError: number;
}

export interface GradientReport {
  readonly checked: number;
  readonly worst: GradientElement;
}

/**
 * Compares `grad(x, upstream)` with central differences of `L(x) = sum(upstream * f(x))`:
 * `dL/dx_i ~ sum(upstream * (f(x + h e_i) - f(x - h e_i))) / 2h`.
 *
 * The default upstream differs for every element of the output, so that a sum over the wrong axis or
 * a transposed operand cannot cancel out. When f returns a plain number the upstream is 1.
 * `x` must be float64 (Float64Array, nested arrays, NDArray); it is changed in place and restored.
 *
 * Returns the worst element. Throws an `Error` that names it when the gradient is wrong, and when f is
 * not deterministic, not finite at x, or when `grad` returns another shape than x's.
 */
export function checkGradient<X extends Numeric, Y extends Numeric>(
  f: (x: X) => Y,
  grad: (x: X, upstream: Y) => Numeric,
  x: X,
  options: GradientOptions<Y> = {},
): GradientReport {
  const { eps = 6e-6, seed = 1, rtol = 1e-5, atol = 1e-7 } = options;
  const elements = perturbable(x);
  const { shape } = flatten(x, "x");
  const output = f(x);
  const base = flatten(output, "f(x)");
  if (base.values.some((value) => !Number.isFinite(value))) {
    throw new Error("checkGradient: f(x) is not finite; choose an x where it is");
  }
  if (flatten(f(x)).values.some((value, i) => value !== base.values[i])) {
    throw new Error(
      "checkGradient: f(x) differs between two calls; make it deterministic (seed it)",
    );
  }
  // upstreamFor keeps the kind of its argument.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const upstream = options.upstream ?? (upstreamFor(output, seed) as Y);
  const weights = flatten(upstream, "upstream");
  if (!sameShape(weights.shape, base.shape)) {
    throw new Error(
      `checkGradient: upstream has shape ${formatShape(weights.shape)}, ` +
        `f(x) has ${formatShape(base.shape)}; they must be equal`,
    );
  }
  const before = Float64Array.from({ length: elements.size }, (_, i) => elements.get(i));
  const analytic = flatten(grad(x, upstream), "grad");
  if (before.some((value, i) => value !== elements.get(i))) {
    throw new Error("checkGradient: grad changed x; it must leave its input alone");
  }
  if (!sameShape(analytic.shape, shape)) {
    throw new Error(
      `checkGradient: grad has shape ${formatShape(analytic.shape)}, x has ${formatShape(shape)}`,
    );
  }
  if (elements.size === 0) throw new Error("checkGradient: x is empty; there is nothing to check");

  const evaluate = (i: number, value: number) => {
    elements.set(i, value);
    return flatten(f(x)).values;
  };
  let wrong = 0;
  let worstScore = -Infinity;
  let worst: GradientElement | undefined;
  for (let i = 0; i < elements.size; i++) {
    const at = before[i];
    const step = eps * Math.max(1, Math.abs(at));
    const [up, down] = [at + step, at - step];
    let numeric = 0;
    try {
      const above = evaluate(i, up);
      const below = evaluate(i, down);
      // Elements that x_i does not reach cancel exactly here, not after a long sum; `up - down` is
      // the step as float64 really took it.
      for (let j = 0; j < above.length; j++) {
        numeric += (weights.values[j] * (above[j] - below[j])) / (up - down);
      }
    } finally {
      elements.set(i, at);
    }
    const found = analytic.values[i];
    const absoluteError = Math.abs(found - numeric);
    const size = Math.max(Math.abs(found), Math.abs(numeric));
    const excess = absoluteError - (atol + rtol * size);
    if (!(excess <= 0)) wrong++;
    const score = Number.isNaN(excess) ? Infinity : excess;
    if (score > worstScore) {
      worstScore = score;
      worst = {
        index: formatIndex(i, shape),
        analytic: found,
        numeric,
        absoluteError,
        relativeError: size === 0 ? 0 : absoluteError / size,
      };
    }
  }
  if (wrong > 0) throw new Error(gradientMessage(worst!, wrong, elements.size, rtol, atol));
  return { checked: elements.size, worst: worst! };
}

function gradientMessage(
  worst: GradientElement,
  wrong: number,
  size: number,
  rtol: number,
  atol: number,
) {
  return (
    `checkGradient: ${wrong} of ${size} ${size === 1 ? "element is" : "elements are"} wrong ` +
    `(rtol ${rtol}, atol ${atol})\n` +
    `worst at ${worst.index}: gradient ${worst.analytic}, central difference ${formatDifference(worst.numeric)}, ` +
    `absolute error ${formatError(worst.absoluteError)}, relative error ${formatError(worst.relativeError)}` +
    hint(worst)
  );
}

/** Central differences carry no more digits than these. */
function formatDifference(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(8))) : String(value);
}

/** A ratio that is a small whole number (or one over it) usually names the mistake. */
function hint({ analytic, numeric }: GradientElement): string {
  const ratio = analytic / numeric;
  if (!Number.isFinite(ratio) || ratio === 0) return "";
  if (isWhole(ratio) && Math.round(ratio) !== 1) {
    return `\nthe gradient is ${Math.round(ratio)} times the difference: a missing mean, factor or sign?`;
  }
  if (isWhole(1 / ratio) && Math.round(1 / ratio) !== 1) {
    return `\nthe difference is ${Math.round(1 / ratio)} times the gradient: a missing factor?`;
  }
  return "";
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-4 * Math.abs(value);
}
