import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { backtrack, moveTo } from "./gradient-descent.ts";
import { maxAbs } from "./max-abs.ts";
import type { Objective, Solution, SolverOptions } from "./objective.ts";

/** How many past steps shape the direction. */
const memory = 10;

interface Pair {
  /** Step `theta' - theta` (P). */
  readonly s: NDArray;
  /** Change of the gradient over that step (P). */
  readonly y: NDArray;
  /** `1 / (s . y)` */
  readonly rho: number;
}

/**
 * Limited-memory BFGS: Newton's method with an inverse Hessian that is guessed from the last 10 steps.
 * It costs one evaluation a step and no matrix. Source: Nocedal and Wright, Numerical Optimization,
 * algorithm 7.4 and 7.5.
 *
 * `precondition` maps a gradient (P) to about `H^-1 gradient`; the guess then starts from it instead
 * of a multiple of the identity. Starts at `start` (P). Stops when the largest entry of the gradient
 * is at most `tol`, or after `maxIter` steps.
 */
export function lbfgs(
  objective: Objective,
  start: NDArray,
  options: SolverOptions,
  precondition?: (gradient: NDArray) => NDArray,
): Solution {
  const steps = lbfgsSteps(objective, start, options, precondition);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `lbfgs` step by step, for a caller that has other things to do in between: yields how many steps were made. */
export function* lbfgsSteps(
  objective: Objective,
  start: NDArray,
  { tol, maxIter }: SolverOptions,
  precondition?: (gradient: NDArray) => NDArray,
): Generator<number, Solution, void> {
  let point = moveTo(objective, start);
  const pairs: Pair[] = [];
  let iterations = 0;
  while (maxAbs(point.gradient) > tol && iterations < maxIter) {
    const direction = np.negative(approximateNewton(point.gradient, pairs, precondition));
    // The very first direction has the length of the gradient, which says nothing about the step.
    const firstStep =
      pairs.length === 0 && !precondition ? Math.min(1, 1 / np.sum(np.abs(point.gradient))) : 1;
    const { point: next } = backtrack(objective, point, direction, firstStep);
    const s = np.subtract(next.theta, point.theta);
    const y = np.subtract(next.gradient, point.gradient);
    const curvature = np.dot(s, y);
    if (curvature > 0) {
      pairs.push({ s, y, rho: 1 / curvature });
      if (pairs.length > memory) pairs.shift();
    }
    point = next;
    iterations++;
    yield iterations;
  }
  const gradientNorm = maxAbs(point.gradient);
  return { theta: point.theta, gradientNorm, iterations, converged: gradientNorm <= tol };
}

/** The two-loop recursion: about `H^-1 gradient` (P). */
function approximateNewton(
  gradient: NDArray,
  pairs: readonly Pair[],
  precondition?: (gradient: NDArray) => NDArray,
): NDArray {
  let q = gradient;
  const alphas: number[] = [];
  for (const { s, y, rho } of pairs.toReversed()) {
    const alpha = rho * np.dot(s, q);
    alphas.unshift(alpha);
    q = np.subtract(q, np.multiply(alpha, y));
  }
  let r: NDArray;
  if (precondition) {
    r = precondition(q);
  } else {
    const last = pairs.at(-1);
    r = last ? np.multiply(1 / (last.rho * np.dot(last.y, last.y)), q) : q;
  }
  for (const [i, { s, y, rho }] of pairs.entries()) {
    const beta = rho * np.dot(y, r);
    r = np.add(r, np.multiply(alphas[i] - beta, s));
  }
  return r;
}
