import "@ml-roadmap/testing/matchers";
import { DatasetUnavailableError, loadTitanic } from "@ml-roadmap/datasets";
import { sum, type NDArray } from "@ml-roadmap/ndarray";
import { golden } from "@ml-roadmap/testing";
import { describe, expect, test } from "vitest";
import { collinear, multinomial, tall, weighted, wide } from "../testing/synthetic-sets.ts";
import { embeddedTitanicMatrix, passengerTitanicMatrix } from "../testing/titanic-matrices.ts";
import type { Solver } from "./fit-options.ts";
import { fitLogisticRegression } from "./fit-logistic-regression.ts";
import type { Penalty } from "./penalty.ts";

interface Fit {
  readonly penalty: Penalty;
  readonly C: number;
  readonly l1Ratio: number;
  readonly classWeight: "balanced" | null;
  readonly sampleWeight: boolean;
  readonly fitIntercept: boolean;
  readonly coef: number[][];
  readonly intercept: number[];
}

interface Entry {
  readonly rows: number;
  readonly sumX: number;
  readonly sumY: number;
  readonly fits: Fit[];
}

const fixture = golden<Record<string, Entry>>(import.meta.url, "../../fixtures/sklearn.json");

const smoothSolvers: Solver[] = ["newton", "lbfgs", "gradient-descent", "proximal-gradient"];

interface DataSet {
  readonly X: NDArray;
  readonly y: number[];
  readonly sampleWeight?: ArrayLike<number>;
}

async function passengers(): Promise<DataSet | string> {
  try {
    const { csv } = await loadTitanic({ source: "passengers", offline: true });
    return passengerTitanicMatrix(csv);
  } catch (error) {
    if (error instanceof DatasetUnavailableError) return error.message;
    throw error;
  }
}

async function embedded(): Promise<DataSet> {
  return embeddedTitanicMatrix((await loadTitanic({ source: "embedded" })).csv);
}

/** A data set, or why it cannot be had. */
const sets: Record<string, () => DataSet | Promise<DataSet | string>> = {
  tall,
  wide,
  collinear,
  weighted,
  multinomial,
  titanicEmbedded: embedded,
  titanicPassengers: passengers,
};

describe.each(Object.keys(sets))("fitLogisticRegression(X, y) of the set %s", (name) => {
  const entry = fixture[name];

  test("draws the same data as the fixture's script", async ({ skip }) => {
    const data = await sets[name]();
    if (typeof data === "string") return skip(data);
    expect(data.X.shape[0]).toBe(entry.rows);
    expect(sum(data.X)).toBeAllClose(entry.sumX, { rtol: 1e-9, atol: 1e-9 });
    expect(data.y.reduce((a, b) => a + b, 0)).toBe(entry.sumY);
  });

  test.for(entry.fits)(
    "has scikit-learn's coefficients within 1e-6, with every solver: $penalty, C $C, l1Ratio $l1Ratio, weights $classWeight $sampleWeight, intercept $fitIntercept",
    async (fit, { skip }) => {
      const data = await sets[name]();
      if (typeof data === "string") return skip(data);
      const isSmooth = fit.penalty === "none" || fit.penalty === "l2";
      for (const solver of isSmooth ? smoothSolvers : (["proximal-gradient"] as const)) {
        const model = fitLogisticRegression(data.X, data.y, {
          penalty: fit.penalty,
          C: fit.C,
          l1Ratio: fit.l1Ratio,
          fitIntercept: fit.fitIntercept,
          ...(fit.classWeight && { classWeight: fit.classWeight }),
          ...(fit.sampleWeight && data.sampleWeight && { sampleWeight: data.sampleWeight }),
          solver,
          tol: 1e-11,
        });
        expect(model.warnings).toEqual([]);
        // An absolute 1e-6, whatever the size of the coefficient.
        expect(model.coef).toBeAllClose(fit.coef, { rtol: 0, atol: 1e-6 });
        expect(model.intercept).toBeAllClose(fit.intercept, { rtol: 0, atol: 1e-6 });
      }
    },
  );
});
