import type { CoefficientRow } from "../model/coefficient-table.ts";
import type { Penalty } from "../model/penalty.ts";
import type { Glance } from "./glance.ts";
import type { Comparison, Judgement, Subgroup } from "./judge.ts";

/** One C of the path: its mean score over the folds and the coefficients of a fit to all development rows. */
export interface PathPoint {
  readonly C: number;
  readonly logLoss: number;
  /** Standard error of `logLoss`. */
  readonly error: number;
  readonly accuracy: number;
  readonly coef: readonly number[];
}

/** All numbers of a run, as they stand in results.json; the report is drawn from them alone. */
export interface RunResults {
  readonly format: "ml-roadmap/logistic-regression-run";
  readonly createdAt: string;
  /** Wall time of the whole run, and of the final fit alone. */
  readonly seconds: { readonly run: number; readonly fit: number };
  readonly data: {
    readonly description: string;
    readonly sha256: string;
    readonly rows: number;
    readonly label: string;
    readonly classNames: readonly [string, string];
    readonly positives: number;
    readonly ignored: readonly { readonly name: string; readonly why: string }[];
  };
  readonly glance: Glance;
  readonly split: {
    readonly train: number;
    readonly validation: number;
    readonly test: number;
    readonly seed: number;
  };
  readonly model: {
    readonly penalty: Penalty;
    readonly C: number;
    readonly l1Ratio: number;
    readonly classWeight: "balanced" | "none";
    readonly solver: string;
    readonly iterations: number;
    readonly threshold: number;
    readonly features: readonly string[];
  };
  /** Scores of each C in ascending order; null where C was given. `chosen` and `best` are positions. */
  readonly path: {
    readonly folds: number;
    readonly points: readonly PathPoint[];
    readonly chosen: number;
    readonly best: number;
  } | null;
  readonly validation: Judgement;
  readonly test: Judgement;
  readonly comparisons: readonly Comparison[];
  readonly subgroups: readonly Subgroup[];
  /** In the features' own units, or why there are no standard errors (with L1, or collinear columns). */
  readonly coefficients: { readonly rows: readonly CoefficientRow[] } | { readonly why: string };
  /** Per standard deviation of each feature, in the order of `model.features`. */
  readonly standardised: readonly number[];
  readonly warnings: readonly string[];
}

/** As results.json holds them. JSON has no infinity, which an odds ratio's interval may end with. */
export function formatResults(results: RunResults): string {
  const infinite = (_: string, value: unknown) =>
    value === Infinity || value === -Infinity ? String(value) : value;
  return `${JSON.stringify(results, infinite)}\n`;
}

/** What `formatResults` wrote. Throws SyntaxError for other texts. */
export function parseResults(text: string): RunResults {
  const finite = (_: string, value: unknown) =>
    value === "Infinity" || value === "-Infinity" ? Number(value) : value;
  return JSON.parse(text, finite);
}
