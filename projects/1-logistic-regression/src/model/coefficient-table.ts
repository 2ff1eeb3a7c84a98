import * as np from "@ml-roadmap/ndarray";
import { checkClasses, checkMatrix, checkSampleWeight, type Matrix } from "./check-samples.ts";
import { type ClassWeight, totalSampleWeight } from "./class-weight.ts";
import type { FittedLogisticRegression } from "./fitted-logistic-regression.ts";
import { logisticHessian } from "./newton.ts";
import { oddsRatios, standardErrors } from "./odds-ratios.ts";
import { penaltyStrengths } from "./penalty.ts";
import { isSingular } from "./solve-damped.ts";

/** Single coefficients of this model have no standard error; the message says why. */
export class NoStandardErrors extends RangeError {
  override readonly name = "NoStandardErrors";
}

/** One parameter with what is known of its size. */
export interface CoefficientRow {
  readonly name: string;
  /** Change of the logit when the feature grows by one `unit`. */
  readonly coef: number;
  readonly standardError: number;
  readonly oddsRatio: number;
  readonly low: number;
  readonly high: number;
}

export interface CoefficientTableOptions {
  /** Names of the D features. */
  readonly featureNames: readonly string[];
  /**
   * What one unit of each standardised feature is in the original units (D), such as the scaler's
   * standard deviations: rows then speak of the original features. Default: 1 each.
   */
  readonly scale?: readonly number[];
  /** Default 0.95. */
  readonly level?: number;
  /** The weights that the model was fitted with. */
  readonly sampleWeight?: ArrayLike<number>;
  readonly classWeight?: ClassWeight;
}

/**
 * Coefficients, standard errors, odds ratios and intervals of a two-class model on its training data
 * X (N, D), y (N); the last row is the intercept (of the features as they stand in X).
 *
 * Without a penalty these are Wald's. With L2 they are those of the normal approximation to the
 * posterior whose prior is the penalty: narrower, and pulled towards 0 like the coefficients. Throws
 * RangeError for more than two classes; NoStandardErrors for L1 (which chooses coefficients: their error
 * after the choice is another one) and for collinear columns without a penalty.
 */
export function coefficientTable(
  model: FittedLogisticRegression,
  X: Matrix,
  y: ArrayLike<number>,
  options: CoefficientTableOptions,
): CoefficientRow[] {
  const operation = "coefficientTable";
  const { penalty, C, l1Ratio, fitIntercept } = model.options;
  if (model.classes.length > 2) {
    throw new RangeError(`${operation}: needs a model of 2 classes, found ${model.classes.length}`);
  }
  const matrix = checkMatrix(operation, X);
  const [samples, features] = matrix.shape;
  const { classes, classIndex } = checkClasses(operation, y, samples);
  checkSampleWeight(operation, options.sampleWeight, samples);
  const weight = totalSampleWeight(classIndex, classes, options.sampleWeight, options.classWeight);
  // Beside the *sum* of the losses, a penalty is as strong as beside the mean of a single sample.
  const { l1, l2 } = penaltyStrengths(penalty, C, l1Ratio, 1);
  if (l1 > 0) {
    throw new NoStandardErrors(
      `${operation}: standard errors are not defined for penalty "${penalty}", which chooses coefficients; fit with "l2" or "none"`,
    );
  }
  const z = model.decisionFunction(matrix);
  const information = logisticHessian(matrix, z, weight);
  for (let j = 0; j < features; j++) information.set(information.get(j, j) + l2, j, j);
  if (!fitIntercept) {
    information.set(0, -1);
    information.set(0, ":", -1);
    information.set(1, -1, -1);
  }
  if (isSingular(information)) {
    throw new NoStandardErrors(
      `${operation}: columns of X are collinear, so single coefficients have no standard error; drop one of them or use penalty "l2"`,
    );
  }
  const unit = np.array([...(options.scale ?? new Array<number>(features).fill(1)), 1]);
  const coef = np.divide(np.concatenate([model.coef.reshape([-1]), model.intercept]), unit);
  const errors = np.divide(standardErrors(information), unit);
  if (!fitIntercept) errors.set(0, -1);
  const { ratio, low, high } = oddsRatios(coef, errors, options.level ?? 0.95);
  return [...options.featureNames, "(intercept)"].map((name, j) => ({
    name,
    coef: coef.get(j),
    standardError: errors.get(j),
    oddsRatio: ratio.get(j),
    low: low.get(j),
    high: high.get(j),
  }));
}
