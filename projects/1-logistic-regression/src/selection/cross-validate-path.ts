import { applyRecipe, fitRecipe, type RecipeKind } from "../data/recipe.ts";
import type { FitOptions } from "../model/fit-options.ts";
import type { Candidate } from "./one-standard-error.ts";
import { regularisationPath } from "./path.ts";
import { pause } from "./pause.ts";
import { type Samples, selectSamples } from "./samples.ts";
import { accuracyOf, meanLogLoss } from "./scores.ts";
import { stratifiedKFold } from "./stratified-k-fold.ts";

/** One C of the path with its scores on the validation folds. */
export interface PathScore extends Candidate {
  readonly accuracies: readonly number[];
}

/** Options of a fit that a path or a cross-validation does not choose itself. */
export type PathFitOptions = Omit<FitOptions, "C" | "warmStart" | "sampleWeight">;

export interface CrossValidateOptions {
  readonly of: RecipeKind;
  readonly Cs: readonly number[];
  readonly folds: number;
  readonly seed: number;
  readonly fit?: PathFitOptions;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Scores every C by stratified cross-validation. In each fold everything that is learnt (fill values,
 * categories, scaling, companions, coefficients) is learnt from the fold's training rows alone.
 *
 * Resolves to a score for each C, ascending; rejects with the signal's reason when it fires.
 */
export async function crossValidatePath(
  samples: Samples,
  { of, Cs, folds, seed, fit, signal }: CrossValidateOptions,
): Promise<PathScore[]> {
  const ascending = Cs.toSorted((a, b) => a - b);
  const losses = ascending.map((): number[] => []);
  const accuracies = ascending.map((): number[] => []);
  for (const fold of stratifiedKFold(samples.labels, folds, seed)) {
    await pause(signal);
    const train = selectSamples(samples, fold.train);
    const validation = selectSamples(samples, fold.validation);
    const { recipe, X } = fitRecipe(train.table, train.labels, of);
    const held = applyRecipe(recipe, validation.table);
    for (const [i, model] of regularisationPath(X, train.labels, ascending, fit).entries()) {
      const logits = model.decisionFunction(held);
      losses[i].push(meanLogLoss(logits, validation.labels));
      accuracies[i].push(accuracyOf(model.labelsOf(logits), validation.labels));
    }
  }
  return ascending.map((C, i) => ({ C, losses: losses[i], accuracies: accuracies[i] }));
}
