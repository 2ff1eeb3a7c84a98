import { thresholdByCost } from "@ml-roadmap/metrics";
import type { NDArray } from "@ml-roadmap/ndarray";
import { applyRecipe, fitRecipe, type Recipe } from "../data/recipe.ts";
import { type Split, stratifiedSplit } from "../data/split.ts";
import { InputError } from "../input-error.ts";
import {
  coefficientTable,
  type CoefficientRow,
  NoStandardErrors,
} from "../model/coefficient-table.ts";
import { fitLogisticRegression } from "../model/fit-logistic-regression.ts";
import type { FittedLogisticRegression } from "../model/fitted-logistic-regression.ts";
import { baselinePredictions, ruleColumn } from "../selection/baselines.ts";
import {
  crossValidatePath,
  type PathFitOptions,
  type PathScore,
} from "../selection/cross-validate-path.ts";
import { oneStandardErrorRule } from "../selection/one-standard-error.ts";
import { defaultCs, regularisationPath } from "../selection/path.ts";
import { pause } from "../selection/pause.ts";
import { joinSamples, type Samples, selectSamples } from "../selection/samples.ts";
import { Sealed } from "../selection/sealed.ts";
import { ageGroups } from "./age-groups.ts";
import { glanceAt } from "./glance.ts";
import { compareWith, decide, judge, judgeGroups } from "./judge.ts";
import type { LoadedData } from "./load-samples.ts";
import { lowestLoss, pathPoints } from "./path-points.ts";
import type { RunResults } from "./results.ts";

export interface TrainOptions {
  readonly fit: PathFitOptions;
  /** A fixed C, or undefined to choose one by cross-validation. */
  readonly C?: number | undefined;
  readonly folds: number;
  readonly validation: number;
  readonly test: number;
  readonly seed: number;
  /** What the two kinds of mistake cost; the threshold is 1/2 when they cost the same. */
  readonly costs: { readonly falsePositive: number; readonly falseNegative: number };
  readonly onStage?: (stage: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** A trained model with everything needed to use it and to tell how good it is. */
export interface Trained {
  readonly model: FittedLogisticRegression;
  readonly recipe: Recipe;
  readonly results: RunResults;
}

/**
 * The whole way: split; choose C by cross-validation on the training part; look at the validation part
 * and set the threshold there; fit to both; open the test part once.
 */
export async function train(data: LoadedData, options: TrainOptions): Promise<Trained> {
  const started = performance.now();
  const { seed, signal, onStage } = options;
  const split = stratifiedSplit(data.labels, options);
  const trainPart = selectSamples(data, split.train);
  const validationPart = selectSamples(data, split.validation);
  const sealed = new Sealed(selectSamples(data, split.test));

  checkParts(data, split);

  const scores = await scorePath(trainPart, data, options);
  const chosen = scores === null ? 0 : oneStandardErrorRule(scores);
  const C = scores?.[chosen].C ?? options.C ?? 1;

  onStage?.("fitting, and looking at the validation part");
  await pause(signal);
  const draft = fitTo(trainPart, data, { ...options.fit, C });
  const validationProba = probabilityOf(draft, validationPart);
  const threshold = chooseThreshold(validationPart.labels, validationProba, options.costs);

  const development = joinSamples(trainPart, validationPart);
  const fitStarted = performance.now();
  const { model, recipe, X } = fitTo(development, data, { ...options.fit, C });
  const fitSeconds = (performance.now() - fitStarted) / 1000;
  const path =
    scores &&
    pathPoints(
      scores,
      regularisationPath(
        X,
        development.labels,
        scores.map((one) => one.C),
        options.fit,
      ),
    );

  onStage?.("opening the test part, once");
  await pause(signal);
  const testPart = sealed.open("the final evaluation");
  const testProba = probabilityOf({ model, recipe }, testPart);
  const predicted = decide(testProba, threshold);
  const rules = baselinePredictions(development, testPart, ruleColumn(data));
  const comparisons = rules.map((rule) =>
    compareWith(rule.name, testPart.labels, predicted, rule.predicted, seed),
  );
  const glance = glanceAt(data.table, data.label, data.labels);
  const results: RunResults = {
    format: "ml-roadmap/logistic-regression-run",
    createdAt: new Date().toISOString(),
    seconds: { run: (performance.now() - started) / 1000, fit: fitSeconds },
    data: {
      description: data.description,
      sha256: data.sha256,
      rows: data.table.rows,
      label: data.label,
      classNames: data.classNames,
      positives: data.labels.reduce((sum, label) => sum + label, 0),
      ignored: data.ignored,
    },
    glance,
    split: {
      train: split.train.length,
      validation: split.validation.length,
      test: split.test.length,
      seed,
    },
    model: {
      penalty: model.options.penalty,
      C,
      l1Ratio: model.options.l1Ratio,
      classWeight: options.fit.classWeight === "balanced" ? "balanced" : "none",
      solver: model.options.solver,
      iterations: model.iterations,
      threshold,
      features: recipe.featureNames,
    },
    path: path && { folds: options.folds, points: path, chosen, best: lowestLoss(path) },
    validation: judge(validationPart.labels, validationProba, threshold, seed),
    test: judge(testPart.labels, testProba, threshold, seed),
    comparisons,
    subgroups: [
      ...glance.rates.map(({ column }) => ({ column, texts: testPart.table.columns[column] })),
      ...ageGroups(testPart.table),
    ].flatMap(({ column, texts }) => judgeGroups(column, texts, testPart.labels, predicted)),
    coefficients: describeCoefficients(model, X, development.labels, recipe, options.fit),
    standardised: Array.from(model.coef.toTyped()),
    warnings: model.warnings.map(({ message }) => message),
  };
  return { model, recipe, results };
}

/** Without both classes in each part, nothing can be fitted, chosen or claimed there. */
function checkParts({ labels, classNames, label }: LoadedData, split: Split): void {
  for (const part of ["train", "validation", "test"] as const) {
    for (const [index, name] of classNames.entries()) {
      if (split[part].some((row) => labels[row] === index)) continue;
      const count = labels.filter((one) => one === index).length;
      throw new InputError(
        `the ${part} part has no row whose "${label}" is "${name}": there are ${count} in all; more rows or other shares are needed`,
      );
    }
  }
}

async function scorePath(
  samples: Samples,
  { of }: LoadedData,
  { fit, C, folds, seed, signal, onStage }: TrainOptions,
): Promise<PathScore[] | null> {
  if (C !== undefined || fit.penalty === "none") return null;
  onStage?.(`choosing C by ${folds}-fold cross-validation`);
  return crossValidatePath(samples, { of, Cs: defaultCs, folds, seed, fit, signal });
}

function fitTo(samples: Samples, { of }: LoadedData, options: PathFitOptions & { C: number }) {
  const { recipe, X } = fitRecipe(samples.table, samples.labels, of);
  return { model: fitLogisticRegression(X, samples.labels, options), recipe, X };
}

/** Probability of the positive class for each row (N). */
export function probabilityOf(
  { model, recipe }: Pick<Trained, "model" | "recipe">,
  { table }: Pick<Samples, "table">,
): number[] {
  return Array.from(model.predictProba(applyRecipe(recipe, table)).at(":", 1).toTyped());
}

function chooseThreshold(
  labels: readonly number[],
  probabilities: readonly number[],
  costs: TrainOptions["costs"],
): number {
  if (costs.falsePositive === costs.falseNegative) return 0.5;
  const { threshold } = thresholdByCost(labels, probabilities, costs);
  // Infinity, "never positive", has no place in JSON; no probability of a logistic model is 1.
  return Math.min(threshold, 1);
}

/** The table in original units, or why single coefficients have no standard error. */
function describeCoefficients(
  model: FittedLogisticRegression,
  X: NDArray,
  labels: readonly number[],
  recipe: Recipe,
  { classWeight }: PathFitOptions,
): { rows: CoefficientRow[] } | { why: string } {
  try {
    const rows = coefficientTable(model, X, labels, {
      featureNames: recipe.featureNames,
      scale: recipe.scale,
      ...(classWeight !== undefined && { classWeight }),
    });
    return { rows };
  } catch (error) {
    if (error instanceof NoStandardErrors) return { why: error.message };
    throw error;
  }
}
