import { applyRecipe, fitRecipe, type RecipeKind } from "../data/recipe.ts";
import type { FitOptions } from "../model/fit-options.ts";
import { accuracyOf, meanLogLoss } from "./scores.ts";
import type { Candidate } from "./one-standard-error.ts";
import { regularisationPath } from "./path.ts";
import { type Samples, selectSamples } from "./samples.ts";
import { stratifiedKFold } from "./stratified-k-fold.ts";

/** One C of the path with its scores on the validation folds. */
export interface PathScore extends Candidate {
  readonly accuracies: readonly number[];
}

export interface CrossValidateOptions {
  readonly of: RecipeKind;
  readonly Cs: readonly number[];
  readonly folds: number;
  readonly seed: number;
  readonly fit?: Omit<FitOptions, "C" | "warmStart" | "sampleWeight">;
  /** Called after each fold. */
  readonly onFold?: (done: number) => void;
}

/**
 * Scores every C by stratified cross-validation. In each fold everything that is learnt (fill values,
 * categories, scaling, companions, coefficients) is learnt from the fold's training rows alone.
 * Returns a score for each C, ascending.
 */
export function crossValidatePath(samples: Samples, options: CrossValidateOptions): PathScore[] {
  const Cs = options.Cs.toSorted((a, b) => a - b);
  const losses = Cs.map((): number[] => []);
  const accuracies = Cs.map((): number[] => []);
  const folds = stratifiedKFold(samples.labels, options.folds, options.seed);
  for (const [done, fold] of folds.entries()) {
    const train = selectSamples(samples, fold.train);
    const validation = selectSamples(samples, fold.validation);
    const { recipe, X } = fitRecipe(train.table, train.labels, options.of);
    const held = applyRecipe(recipe, validation.table);
    for (const [i, model] of regularisationPath(X, train.labels, Cs, options.fit).entries()) {
      const logits = model.decisionFunction(held);
      losses[i].push(meanLogLoss(logits, validation.labels));
      accuracies[i].push(accuracyOf(model.labelsOf(logits), validation.labels));
    }
    options.onFold?.(done + 1);
  }
  return Cs.map((C, i) => ({ C, losses: losses[i], accuracies: accuracies[i] }));
}
