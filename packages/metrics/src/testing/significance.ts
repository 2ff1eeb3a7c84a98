import { golden } from "@ml-roadmap/testing";

/** What SciPy says; see `fixtures/generate.py`. */
export const { cases: significance } = golden<{
  cases: {
    bootstrap: {
      metric: "accuracy" | "auc" | "mcc";
      yTrue: number[];
      other: number[];
      method: "percentile" | "bca";
      level: number;
      seed: number;
      replicates: number;
      estimate: number;
      low: number;
      high: number;
    }[];
    mcnemar: { b: number; c: number; exact: number; chiSquare: number; chiP: number }[];
    wilson: { successes: number; n: number; level: number; low: number; high: number }[];
    normal: { x: number[]; erfc: number[]; cdf: number[]; p: number[]; quantile: number[] };
  };
}>(import.meta.url, "../../fixtures/significance.json");
