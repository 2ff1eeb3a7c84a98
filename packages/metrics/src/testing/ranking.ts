import { golden } from "@ml-roadmap/testing";

interface Roc {
  readonly fpr: number[];
  readonly tpr: number[];
  readonly thresholds: number[];
}

/** What scikit-learn says of one score; see `fixtures/generate.py`. */
export interface RankingCase {
  readonly name: string;
  readonly yTrue: number[];
  readonly score: number[];
  readonly sampleWeight: number[] | null;
  readonly roc: Roc;
  readonly "roc full": Roc;
  readonly auc: number;
  readonly pr: {
    readonly precision: number[];
    readonly recall: number[];
    readonly thresholds: number[];
  };
  readonly ap: number;
  readonly cheapest: {
    readonly falsePositive: number;
    readonly falseNegative: number;
    readonly threshold: number;
    readonly cost: number;
    readonly falsePositives: number;
    readonly falseNegatives: number;
  }[];
}

const { cases } = golden<{ cases: RankingCase[] }>(import.meta.url, "../../fixtures/ranking.json");

/** Named by input and whether it has weights, for `it.each`. */
export const rankingCases = cases.map(
  (one) => [one.name + (one.sampleWeight ? ", weighted" : ""), one] as const,
);
