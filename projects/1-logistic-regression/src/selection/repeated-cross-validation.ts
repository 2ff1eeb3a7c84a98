import { type BootstrapInterval, bootstrapInterval } from "@ml-roadmap/metrics";
import { applyRecipe, fitRecipe, type RecipeKind } from "../data/recipe.ts";
import { fitLogisticRegression } from "../model/fit-logistic-regression.ts";
import { baselinePredictions, ruleColumn } from "./baselines.ts";
import { crossValidatePath, type PathFitOptions } from "./cross-validate-path.ts";
import { oneStandardErrorRule } from "./one-standard-error.ts";
import { pause } from "./pause.ts";
import { type Samples, selectSamples } from "./samples.ts";
import { stratifiedKFold } from "./stratified-k-fold.ts";

export interface RepeatedOptions {
  readonly of: RecipeKind;
  /** One C, or several to choose from inside each training part by the one-standard-error rule. */
  readonly Cs: readonly number[];
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
  readonly fit?: PathFitOptions;
  readonly onFold?: (done: number, of: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Mean accuracy over all repeats with its 95% interval. */
export interface RepeatedScore extends BootstrapInterval {
  readonly name: string;
}

export interface RepeatedResult {
  readonly model: RepeatedScore;
  readonly baselines: readonly RepeatedScore[];
  /** Accuracy of the model minus that of the best baseline, row by row. */
  readonly improvement: BootstrapInterval;
  /** The C that each training part chose. */
  readonly chosenCs: readonly number[];
}

/**
 * Accuracy of the whole way from table to prediction, by repeated stratified cross-validation: every
 * training part fits its own recipe and chooses its own C by a cross-validation inside it.
 *
 * A row is judged once a repeat; its share of right answers is its score. Intervals are percentiles of
 * 2,000 bootstrap samples of the rows: they say how the figure would vary with other passengers. The
 * difference to a baseline is bootstrapped row by row, so that it is a paired comparison.
 */
export async function repeatedCrossValidation(
  samples: Samples & { label?: string },
  options: RepeatedOptions,
): Promise<RepeatedResult> {
  const { of, Cs, folds, repeats, seed, fit, signal } = options;
  const column = ruleColumn(samples);
  const hits = new Map<string, Float64Array>();
  const record = (name: string, rows: readonly number[], predicted: readonly number[]) => {
    const counts = hits.get(name) ?? new Float64Array(samples.labels.length);
    hits.set(name, counts);
    for (const [i, row] of rows.entries()) {
      if (predicted[i] === samples.labels[row]) counts[row] += 1 / repeats;
    }
  };
  const chosenCs: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const parts = stratifiedKFold(samples.labels, folds, seed + repeat);
    for (const [k, { train: rows, validation: held }] of parts.entries()) {
      await pause(signal);
      const train = selectSamples(samples, rows);
      const validation = selectSamples(samples, held);
      const inner = { of, Cs, folds, seed: seed + repeat, fit: fit ?? {}, signal };
      const C =
        Cs.length === 1 ? Cs[0] : Cs[oneStandardErrorRule(await crossValidatePath(train, inner))];
      chosenCs.push(C);
      const { recipe, X } = fitRecipe(train.table, train.labels, of);
      const model = fitLogisticRegression(X, train.labels, { ...fit, C });
      record("model", held, model.predict(applyRecipe(recipe, validation.table)));
      for (const { name, predicted } of baselinePredictions(train, validation, column)) {
        record(name, held, predicted);
      }
      options.onFold?.(repeat * folds + k + 1, repeats * folds);
    }
  }
  const score = (name: string, rows: Float64Array): RepeatedScore => ({
    name,
    ...bootstrapInterval(meanOf, [rows], { seed }),
  });
  const [model, ...baselines] = [...hits].map(([name, rows]) => score(name, rows));
  const best = baselines.reduce((a, b) => (b.estimate > a.estimate ? b : a));
  const [own, other] = [hits.get("model"), hits.get(best.name)];
  const gain = Float64Array.from(own ?? [], (hit, row) => hit - (other?.[row] ?? 0));
  return { model, baselines, improvement: bootstrapInterval(meanOf, [gain], { seed }), chosenCs };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
