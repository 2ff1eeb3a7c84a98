import { golden } from "@ml-roadmap/testing";

/** What scikit-learn says of binary probabilities; see `fixtures/generate.py`. */
export interface ProbabilityCase {
  readonly name: string;
  readonly yTrue: number[];
  readonly proba: number[];
  readonly sampleWeight: number[] | null;
  readonly logLoss: number;
  readonly brier: number;
  readonly curves?: {
    readonly strategy: "uniform" | "quantile";
    readonly bins: number;
    readonly probTrue: number[];
    readonly probPred: number[];
  }[];
  readonly errors?: { readonly bins: number; readonly error: number }[];
}

export interface MulticlassProbabilityCase {
  readonly name: string;
  readonly yTrue: number[];
  readonly proba: number[][];
  readonly sampleWeight: number[] | null;
  readonly logLoss: number;
  readonly "logLoss float32": number;
  readonly error: number;
}

const { cases } = golden<{ cases: ProbabilityCase[] }>(
  import.meta.url,
  "../../fixtures/probabilities.json",
);

export const probabilityCases = cases.map(
  (one) => [one.name + (one.sampleWeight ? ", weighted" : ""), one] as const,
);

export const { cases: multiclassCases } = golden<{ cases: MulticlassProbabilityCase[] }>(
  import.meta.url,
  "../../fixtures/multiclass-probabilities.json",
);
