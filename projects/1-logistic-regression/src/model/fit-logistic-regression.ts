import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { binaryObjective } from "./binary-objective.ts";
import {
  checkClasses,
  checkFinite,
  checkMatrix,
  checkSampleWeight,
  type Matrix,
} from "./check-samples.ts";
import { totalSampleWeight } from "./class-weight.ts";
import {
  type ConvergenceWarning,
  looksSeparable,
  maxIterationsWarning,
  separableWarning,
} from "./convergence-warning.ts";
import { curvatureBound } from "./curvature-bound.ts";
import { type CheckedFitOptions, checkFitOptions, type FitOptions } from "./fit-options.ts";
import { FittedLogisticRegression } from "./fitted-logistic-regression.ts";
import { gradientDescent } from "./gradient-descent.ts";
import { withHeapCopies } from "./heap-copies.ts";
import { lbfgs } from "./lbfgs.ts";
import { multinomialObjective } from "./multinomial-objective.ts";
import { newton } from "./newton.ts";
import type { Objective, Solution } from "./objective.ts";
import { penaltyStrengths } from "./penalty.ts";
import { proximalGradient } from "./proximal-gradient.ts";
import type { RowRange } from "./row-blocks.ts";
import { subsampleStart } from "./subsample-start.ts";

/** Entries up to which X is looked through before the fit; in a larger one the gradient tells, which is a pass less. */
const smallMatrix = 1e6;

/**
 * Fits a logistic regression to X (N, D) and the labels y (N).
 *
 * Minimises `C sum_i s_i loss_i + penalty(w)` over the coefficients w and the intercept: the log loss
 * of one logit for two classes, the cross-entropy of softmax for more. `C`, the penalties,
 * `classWeight` and `sampleWeight` mean what they mean in scikit-learn, to the last digit.
 *
 * Where columns are collinear and nothing is penalised, many solutions are equally good: this is the
 * one with the smallest coefficients (and intercept, which counts as one). A fit that did not reach `tol` is returned all the same, and
 * says so in `warnings`. Throws RangeError for input that cannot be fitted: NaN, one class only,
 * lengths that differ, options out of range.
 */
export function fitLogisticRegression(
  X: Matrix,
  y: ArrayLike<number>,
  options: FitOptions = {},
): FittedLogisticRegression {
  const operation = "fitLogisticRegression";
  const matrix = checkMatrix(operation, X);
  if (matrix.size <= smallMatrix) checkFinite(operation, matrix);
  const [samples, features] = matrix.shape;
  const { classes, classIndex } = checkClasses(operation, y, samples);
  checkSampleWeight(operation, options.sampleWeight, samples);
  const rows = classes.length === 2 ? 1 : classes.length;
  const checked = checkFitOptions(options, samples, rows * (features + 1));

  const weight = totalSampleWeight(classIndex, classes, options.sampleWeight, options.classWeight);
  const weightSum = np.sum(weight);
  const sampleWeight = np.divide(weight, weightSum);
  const { l1, l2 } = penaltyStrengths(checked.penalty, checked.C, checked.l1Ratio, weightSum);
  const targets =
    rows === 1
      ? np.fromTyped(new Float64Array(classIndex), [samples])
      : oneHotClasses(classIndex, rows);
  const makeObjective = rows === 1 ? binaryObjective : multinomialObjective;
  const { fitIntercept } = checked;
  const solution = withHeapCopies([matrix, targets, sampleWeight], (X, y, sampleWeight) =>
    solve(checked, {
      objective: makeObjective(y, { X, sampleWeight, l2, fitIntercept }),
      start: startFrom(options, rows, features),
      subsample: (ranges) => {
        const pick = (a: NDArray) =>
          np.concatenate(ranges.map(([from, to]) => a.at(`${from}:${to}`)));
        const [some, weights] = [pick(X), pick(sampleWeight)];
        if (!Number.isFinite(np.sum(some))) checkFinite(operation, matrix);
        const part = { X: some, sampleWeight: np.divide(weights, np.sum(weights)) };
        return makeObjective(pick(y), { ...part, l2, fitIntercept });
      },
      samples,
      proximal: () => ({
        l1: l1PerParameter(l1, rows, features),
        lipschitz: curvatureBound(X, sampleWeight, rows === 1 ? 1 / 4 : 1 / 2) + l2,
      }),
    }),
  );

  // Whatever is not finite in X has made the last gradient so, too.
  if (!Number.isFinite(solution.gradientNorm)) checkFinite(operation, matrix);

  const theta = solution.theta.reshape([rows, features + 1]);
  const state = {
    classes,
    coef: theta.at(":", ":-1").copy(),
    intercept: theta.at(":", -1).copy(),
    options: checked,
    iterations: solution.iterations,
    gradientNorm: solution.gradientNorm,
  };
  const unchecked = new FittedLogisticRegression({ ...state, warnings: [] });
  return new FittedLogisticRegression({
    ...state,
    warnings: warningsOf(solution, checked, unchecked, matrix, y),
  });
}

interface Problem {
  readonly objective: Objective;
  readonly start: NDArray;
  readonly subsample: (ranges: RowRange[]) => Objective;
  readonly samples: number;
  readonly proximal: () => { l1: NDArray; lipschitz: number };
}

function solve({ solver, tol, maxIter }: CheckedFitOptions, problem: Problem): Solution {
  const { objective, start, samples } = problem;
  switch (solver) {
    case "newton":
      return newton(objective, start, { tol, maxIter });
    case "lbfgs": {
      const head = subsampleStart(problem.subsample, start, samples);
      return lbfgs(objective, head?.theta ?? start, { tol, maxIter }, head?.precondition);
    }
    case "gradient-descent":
      return gradientDescent(objective, start, { tol, maxIter });
    case "proximal-gradient":
      return proximalGradient(objective, start, { tol, maxIter, ...problem.proximal() });
  }
}

/** One row of zeros and a one a sample: (N, K). */
function oneHotClasses(classIndex: Int32Array, classes: number): NDArray {
  const Y = np.zeros([classIndex.length, classes]);
  for (const [row, k] of classIndex.entries()) Y.set(1, row, k);
  return Y;
}

function l1PerParameter(l1: number, rows: number, features: number): NDArray {
  const strength = np.full([rows, features + 1], l1);
  strength.set(0, ":", -1);
  return strength.reshape([-1]);
}

function startFrom(
  { warmStart, fitIntercept }: FitOptions,
  rows: number,
  features: number,
): NDArray {
  const theta = np.zeros([rows, features + 1]);
  if (warmStart) {
    const { coef, intercept } = warmStart;
    if (coef.shape[0] !== rows || coef.shape[1] !== features || intercept.size !== rows) {
      throw new RangeError(
        `fitLogisticRegression: warmStart must have coef (${rows}, ${features}) and intercept (${rows}), found (${coef.shape.join(", ")}) and (${intercept.shape.join(", ")})`,
      );
    }
    theta.set(coef, ":", ":-1");
    if (fitIntercept !== false) theta.set(intercept, ":", -1);
  }
  return theta.reshape([-1]);
}

function warningsOf(
  solution: Solution,
  { penalty, solver, tol, fitIntercept }: CheckedFitOptions,
  model: FittedLogisticRegression,
  X: NDArray,
  y: ArrayLike<number>,
): ConvergenceWarning[] {
  const warnings: ConvergenceWarning[] = [];
  if (!solution.converged) warnings.push(maxIterationsWarning(solver, { ...solution, tol }));
  if (penalty === "none") {
    const logits = model.decisionFunction(X);
    if (looksSeparable(X, logits, model.labelsOf(logits), y, fitIntercept)) {
      warnings.push(separableWarning());
    }
  }
  return warnings;
}
