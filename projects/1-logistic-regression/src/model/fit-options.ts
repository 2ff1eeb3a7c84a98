import type { NDArray } from "@ml-roadmap/ndarray";
import type { ClassWeight } from "./class-weight.ts";
import { penalties, type Penalty } from "./penalty.ts";

export type Solver = "newton" | "lbfgs" | "gradient-descent" | "proximal-gradient";

export const solvers: readonly Solver[] = [
  "newton",
  "lbfgs",
  "gradient-descent",
  "proximal-gradient",
];

/** Coefficients (1 or K, D) and intercepts (1 or K) to start from. */
export interface WarmStart {
  readonly coef: NDArray;
  readonly intercept: NDArray;
}

export interface FitOptions {
  /** Default "l2". The intercept is never penalised. */
  readonly penalty?: Penalty;
  /** Inverse penalty strength: multiplies the sum of the losses. Default 1. */
  readonly C?: number;
  /** Share of L1 in an elastic net, 0 to 1. Default 0.5. */
  readonly l1Ratio?: number;
  /** "balanced", or a weight for each class. Default: every class weighs 1. */
  readonly classWeight?: ClassWeight;
  /** Weight of each sample (N). Default: 1 each. */
  readonly sampleWeight?: ArrayLike<number>;
  /** Default true. Without it the intercept is 0. */
  readonly fitIntercept?: boolean;
  /** Default: proximal gradient for L1; else Newton, or L-BFGS where the Hessian is large. */
  readonly solver?: Solver;
  /** Stop when no entry of the gradient of the mean loss plus penalty is larger. Default 1e-6. */
  readonly tol?: number;
  /** Default 100 for Newton, 1,000 for L-BFGS, 100,000 for the other two. */
  readonly maxIter?: number;
  /** Start from these instead of zeros: an earlier fit to the same features and classes. */
  readonly warmStart?: WarmStart;
}

/** Multiplications from which on a Hessian costs more than the passes that L-BFGS takes instead. */
const mostHessianWork = 3e7;

/** Options with every default filled in. */
export interface CheckedFitOptions {
  readonly penalty: Penalty;
  readonly C: number;
  readonly l1Ratio: number;
  readonly fitIntercept: boolean;
  readonly solver: Solver;
  readonly tol: number;
  readonly maxIter: number;
}

const defaultMaxIter: Record<Solver, number> = {
  newton: 100,
  lbfgs: 1000,
  "gradient-descent": 100_000,
  "proximal-gradient": 100_000,
};

/** Fills in defaults for a fit of so many parameters to so many samples; throws RangeError for what cannot be. */
export function checkFitOptions(
  options: FitOptions,
  samples: number,
  parameters: number,
): CheckedFitOptions {
  const { penalty = "l2", C = 1, l1Ratio = 0.5, fitIntercept = true, tol = 1e-6 } = options;
  check(penalties.includes(penalty), `penalty must be one of ${penalties.join(", ")}`, penalty);
  check(C > 0 && Number.isFinite(C), "C must be a number above 0", C);
  check(l1Ratio >= 0 && l1Ratio <= 1, "l1Ratio must be a number from 0 to 1", l1Ratio);
  check(tol > 0 && Number.isFinite(tol), "tol must be a number above 0", tol);
  const isSmooth =
    penalty === "none" || penalty === "l2" || (penalty === "elasticnet" && l1Ratio === 0);
  const smooth = samples * parameters ** 2 < mostHessianWork ? "newton" : "lbfgs";
  const solver = options.solver ?? (isSmooth ? smooth : "proximal-gradient");
  check(solvers.includes(solver), `solver must be one of ${solvers.join(", ")}`, solver);
  check(
    isSmooth || solver === "proximal-gradient",
    `penalty "${penalty}" has a kink at 0, which only the solver "proximal-gradient" handles`,
    solver,
  );
  const { maxIter = defaultMaxIter[solver] } = options;
  check(
    Number.isInteger(maxIter) && maxIter > 0,
    "maxIter must be a whole number above 0",
    maxIter,
  );
  return { penalty, C, l1Ratio, fitIntercept, solver, tol, maxIter };
}

function check(holds: boolean, expected: string, found: unknown): void {
  if (!holds) throw new RangeError(`fitLogisticRegression: ${expected}, found ${String(found)}`);
}
