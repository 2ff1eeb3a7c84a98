import { array, type NDArray } from "@ml-roadmap/ndarray";
import { FittedLogisticRegression, type FittedState } from "./fitted-logistic-regression.ts";

/** A fitted model as plain data: arrays instead of NDArrays. Every number survives JSON exactly. */
export type ModelState = Omit<FittedState, "coef" | "intercept"> & {
  readonly coef: readonly (readonly number[])[];
  readonly intercept: readonly number[];
};

/** All of a model as plain data, for JSON. */
export function toState(model: FittedLogisticRegression): ModelState {
  const { classes, options, iterations, gradientNorm, warnings } = model;
  const [rows, features] = model.coef.shape;
  const flat = Array.from(model.coef.toTyped());
  return {
    classes,
    coef: Array.from({ length: rows }, (_, k) => flat.slice(k * features, (k + 1) * features)),
    intercept: Array.from(model.intercept.toTyped()),
    options,
    iterations,
    gradientNorm,
    warnings,
  };
}

/** The model that `toState` described; throws RangeError where sizes do not fit together. */
export function fromState(state: ModelState): FittedLogisticRegression {
  return fromArrays(state, array(state.coef), array(state.intercept));
}

/** A model from its numbers and the rest of its state; throws RangeError where sizes do not fit together. */
export function fromArrays(
  rest: Omit<FittedState, "coef" | "intercept">,
  coef: NDArray,
  intercept: NDArray,
): FittedLogisticRegression {
  const rows = rest.classes.length === 2 ? 1 : rest.classes.length;
  if (coef.ndim !== 2 || coef.shape[0] !== rows || intercept.size !== rows) {
    throw new RangeError(
      `fromState: ${rest.classes.length} classes need coef (${rows}, D) and intercept (${rows}), found (${coef.shape.join(", ")}) and (${intercept.shape.join(", ")})`,
    );
  }
  return new FittedLogisticRegression({ ...rest, coef, intercept });
}
