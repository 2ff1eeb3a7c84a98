import type { NDArray } from "@ml-roadmap/ndarray";

/** Value and gradient (P) of an objective at one point. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: NDArray;
}

/** A smooth convex function of the P parameters theta (P). */
export interface Objective {
  readonly size: number;
  evaluate(theta: NDArray): Evaluation;
  /** Second derivatives (P, P). */
  hessian(theta: NDArray): NDArray;
}

export interface SolverOptions {
  /** Stop when no entry of the gradient is larger than this. */
  readonly tol: number;
  readonly maxIter: number;
}

/** Where a solver stopped. */
export interface Solution {
  readonly theta: NDArray;
  /** Largest entry of the (for L1: generalised) gradient there, in absolute value. */
  readonly gradientNorm: number;
  readonly iterations: number;
  /** Whether `gradientNorm <= tol`. */
  readonly converged: boolean;
}
