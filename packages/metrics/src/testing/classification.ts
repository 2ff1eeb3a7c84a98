import { golden } from "@ml-roadmap/testing";
import type { Average } from "../precision-recall-f1.ts";

/** What scikit-learn says of one pair of label vectors; see `fixtures/generate.py`. */
export interface ClassificationCase {
  readonly name: string;
  readonly yTrue: number[];
  readonly yPred: number[];
  readonly sampleWeight: number[] | null;
  readonly labels: number[];
  readonly confusion: number[][];
  readonly "confusion true": number[][];
  readonly "confusion pred": number[][];
  readonly "confusion all": number[][];
  readonly accuracy: number;
  readonly balanced: number;
  readonly "balanced adjusted"?: number;
  readonly mcc: number;
  readonly scores: {
    readonly average: Average | null;
    readonly labels: number[] | null;
    readonly positiveLabel: number;
    readonly zeroDivision: number;
    readonly precision: number | number[];
    readonly recall: number | number[];
    readonly f1: number | number[];
  }[];
}

const { cases } = golden<{ cases: ClassificationCase[] }>(
  import.meta.url,
  "../../fixtures/classification.json",
);

/** Named by input and whether it has weights, for `it.each`. */
export const classificationCases = cases.map(
  (one) => [one.name + (one.sampleWeight ? ", weighted" : ""), one] as const,
);

/** The tolerance that is promised: equal to scikit-learn to 1e-12. */
export const close = { rtol: 1e-12, atol: 1e-12 };

export const weightsOf = (one: { readonly sampleWeight: number[] | null }) =>
  one.sampleWeight ?? undefined;
