import { array } from "@ml-roadmap/ndarray";
import "@ml-roadmap/testing/matchers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrationCurve, expectedCalibrationError } from "./calibration.ts";
import { judged, reordered } from "./testing/arbitrary.ts";
import { close } from "./testing/classification.ts";
import { multiclassCases, probabilityCases } from "./testing/probabilities.ts";

const unweighted = probabilityCases.filter(([, one]) => one.sampleWeight === null);

describe("calibrationCurve", () => {
  it.each(unweighted)("calibrationCurve(yTrue, proba) equals scikit-learn: %s", (_, one) => {
    expect(one.curves).toHaveLength(12);
    for (const { strategy, bins, probTrue, probPred } of one.curves ?? []) {
      const curve = calibrationCurve(one.yTrue, one.proba, { strategy, bins });
      expect(curve.probTrue).toBeAllClose(probTrue, close);
      expect(curve.probPred).toBeAllClose(probPred, close);
    }
  });

  it("calibrationCurve(yTrue, proba) puts every sample into one bin, whatever their order", () => {
    fc.assert(
      fc.property(
        judged,
        fc.constantFrom("uniform" as const, "quantile" as const),
        fc.integer({ min: 1, max: 12 }),
        ({ yTrue, proba }, strategy, bins) => {
          const curve = calibrationCurve(yTrue, proba, { strategy, bins });
          expect(curve.counts.reduce((a, b) => a + b)).toBe(yTrue.length);
          expect(curve.counts.every((count) => count > 0)).toBe(true);
          const positives = curve.counts.reduce((sum, n, b) => sum + n * curve.probTrue[b], 0);
          expect(positives).toBeCloseTo(
            yTrue.reduce((a, b) => a + b),
            10,
          );
          const other = calibrationCurve(...reordered(yTrue, proba, 7), { strategy, bins });
          expect(other.probPred).toBeAllClose(curve.probPred, close);
        },
      ),
    );
  });

  it("calibrationCurve(yTrue, proba) refuses what it cannot bin", () => {
    expect(() => calibrationCurve([], [])).toThrow("calibrationCurve: yTrue is empty");
    expect(() => calibrationCurve([0, 1], [0, 2])).toThrow("must lie in [0, 1], found 2 at 1");
    expect(() => calibrationCurve([0, 1], [0, 1], { bins: 0 })).toThrow(
      "bins must be a whole number",
    );
    expect(() => calibrationCurve([0, 1], [0, 1], { bins: 2.5 })).toThrow("found 2.5");
  });
});

describe("expectedCalibrationError", () => {
  it.each(unweighted)(
    "expectedCalibrationError(yTrue, proba) equals its definition: %s",
    (_, one) => {
      expect(one.errors).toHaveLength(4);
      for (const { bins, error } of one.errors ?? []) {
        expect(expectedCalibrationError(one.yTrue, one.proba, { bins })).toBeAllClose(error, close);
      }
    },
  );

  it.each(multiclassCases.filter((one) => one.sampleWeight === null))(
    "expectedCalibrationError(yTrue, proba (N, K)) equals its definition: $name",
    (one) => {
      expect(expectedCalibrationError(one.yTrue, one.proba)).toBeAllClose(one.error, close);
      expect(expectedCalibrationError(one.yTrue, array(one.proba))).toBeAllClose(one.error, close);
    },
  );

  it("expectedCalibrationError(yTrue, proba) is 0 when each probability is the frequency", () => {
    const yTrue = [0, 0, 0, 1, 1, 1, 1, 0];
    expect(expectedCalibrationError(yTrue, [0.25, 0.25, 0.25, 0.25, 0.75, 0.75, 0.75, 0.75])).toBe(
      0,
    );
    expect(expectedCalibrationError(yTrue, yTrue)).toBe(0);
    expect(
      expectedCalibrationError(
        yTrue,
        yTrue.map((y) => 1 - y),
      ),
    ).toBe(1);
  });
});
