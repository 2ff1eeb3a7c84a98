import { array } from "@ml-roadmap/ndarray";
import { seededNormal } from "@ml-roadmap/testing";
import "@ml-roadmap/testing/matchers";
import { describe, expect, it } from "vitest";
import { accuracy } from "./accuracy.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { logLoss } from "./log-loss.ts";
import { mcc } from "./mcc.ts";
import { rocAuc } from "./roc-auc.ts";
import { close } from "./testing/classification.ts";
import { significance } from "./testing/significance.ts";

const metrics = { accuracy, auc: rocAuc, mcc };
const mean = (values: Float64Array) => values.reduce((a, b) => a + b) / values.length;

describe("bootstrapInterval", () => {
  it.each(significance.bootstrap)(
    "bootstrapInterval($metric, args, { method: $method, level: $level, seed: $seed }) equals SciPy, draw for draw",
    ({ metric, yTrue, other, estimate, low, high, ...options }) => {
      const found = bootstrapInterval(metrics[metric], [yTrue, other], options);
      expect(found.estimate).toBeAllClose(estimate, close);
      expect(found.low).toBeAllClose(low, { rtol: 1e-11 });
      expect(found.high).toBeAllClose(high, { rtol: 1e-11 });
    },
  );

  it("bootstrapInterval(metric, args, {seed}) gives the same for the same seed only", () => {
    const values = seededNormal(1, 50);
    const at = (seed: number) => bootstrapInterval(mean, [values], { seed, replicates: 200 });
    expect(at(3)).toEqual(at(3));
    expect(at(3)).not.toEqual(at(4));
  });

  it("bootstrapInterval(metric, [y, proba (N, K)]) keeps rows together", () => {
    const y = Array.from({ length: 60 }, (_, i) => i % 3);
    // Each row is certain of its own sample: any mix-up of rows would cost.
    const proba = array(y.map((label) => [0, 1, 2].map((k) => (k === label ? 1 : 0))));
    const { estimate, high } = bootstrapInterval(logLoss, [y, proba], { replicates: 50 });
    expect(estimate).toBeLessThan(1e-12);
    expect(high).toBeLessThan(1e-12);
  });

  it("bootstrapInterval(metric, [y, proba (float32)]) is about the metric of these very arrays", () => {
    const proba = array([0, 1, 1], { dtype: "float32" });
    const { estimate } = bootstrapInterval(logLoss, [[1, 1, 0], proba], { seed: 1 });
    expect(estimate).toBe(logLoss([1, 1, 0], proba));
  });

  it("bootstrapInterval(metric, args) leaves out replicates without a value, refuses most without", () => {
    // One positive of ten: about a third of the resamples have none, where the area is NaN.
    const y = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const score = [8, 1, 2, 3, 4, 5, 6, 7, 9, 10];
    const { low, high } = bootstrapInterval(rocAuc, [y, score], { replicates: 200 });
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    let call = 0;
    const rarely = () => (call++ === 0 ? 1 : NaN);
    expect(() => bootstrapInterval(rarely, [y], { replicates: 10 })).toThrow(
      "the metric is NaN in 10 of 10 replicates",
    );
    expect(() => bootstrapInterval(() => NaN, [y])).toThrow("NaN on the samples themselves");
  });

  it("bootstrapInterval(metric, args, {method: 'bca'}) of a constant metric is that constant", () => {
    const options = { method: "bca", replicates: 20 } as const;
    expect(
      bootstrapInterval(
        accuracy,
        [
          [1, 1, 0],
          [1, 1, 0],
        ],
        options,
      ),
    ).toEqual({
      estimate: 1,
      low: 1,
      high: 1,
    });
  });

  it("bootstrapInterval(metric, args, {method: 'bca'}) of one sample is its value", () => {
    const options = { method: "bca", replicates: 5 } as const;
    const one = { estimate: 0, low: 0, high: 0 };
    expect(bootstrapInterval(accuracy, [[1], [0]], options)).toEqual(one);
  });

  it("bootstrapInterval(metric, args) refuses unequal or no samples, levels and replicates", () => {
    expect(() => bootstrapInterval(accuracy, [[1, 0], [1]])).toThrow(
      "bootstrapInterval: lengths differ: argument 1 2, argument 2 1",
    );
    expect(() => bootstrapInterval(accuracy, [[], []])).toThrow("there are no samples");
    expect(() => bootstrapInterval(accuracy, [[1], [1]], { level: 1 })).toThrow(
      "found 1; 95% is 0.95",
    );
    expect(() => bootstrapInterval(accuracy, [[1], [1]], { replicates: 1 })).toThrow(
      "at least 2, found 1",
    );
  });
});
