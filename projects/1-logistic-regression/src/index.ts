export { stratifiedSplit, type Split, type SplitOptions } from "./data/split.ts";
export {
  fitNumberImputer,
  fitTextImputer,
  impute,
  type Column,
  type Imputer,
} from "./data/imputer.ts";
export { fitOneHot, oneHot } from "./data/one-hot.ts";
export { fitScaler, standardise, type Scaler } from "./data/scaler.ts";
export { columnOf, numbersOf, readTable, selectRows, type Table } from "./data/table.ts";
export { applyRecipe, fitRecipe, type Recipe, type RecipeKind } from "./data/recipe.ts";
export { inferColumns, type ColumnSpec } from "./data/infer-columns.ts";
export type { ClassWeight } from "./model/class-weight.ts";
export { coefficientTable, type CoefficientRow } from "./model/coefficient-table.ts";
export type { ConvergenceWarning } from "./model/convergence-warning.ts";
export type { FitOptions, Solver, WarmStart } from "./model/fit-options.ts";
export { fitLogisticRegression } from "./model/fit-logistic-regression.ts";
export { FittedLogisticRegression } from "./model/fitted-logistic-regression.ts";
export { gradientDescent } from "./model/gradient-descent.ts";
export { lbfgsSteps } from "./model/lbfgs.ts";
export { newton } from "./model/newton.ts";
export type { Evaluation, Objective, Solution, SolverOptions } from "./model/objective.ts";
export { oddsRatios, standardErrors } from "./model/odds-ratios.ts";
export type { Penalty } from "./model/penalty.ts";
export { proximalGradient, softThreshold } from "./model/proximal-gradient.ts";
export { sigmoid } from "./model/sigmoid.ts";
export { softmax } from "./model/softmax.ts";
export { crossValidatePath, type PathScore } from "./selection/cross-validate-path.ts";
export { oneStandardErrorRule, type Candidate } from "./selection/one-standard-error.ts";
export { defaultCs, regularisationPath } from "./selection/path.ts";
export { Sealed } from "./selection/sealed.ts";
export { stratifiedKFold, type Fold } from "./selection/stratified-k-fold.ts";
