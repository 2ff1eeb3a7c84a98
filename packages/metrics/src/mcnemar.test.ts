import "@ml-roadmap/testing/matchers";
import { describe, expect, it } from "vitest";
import { mcnemar } from "./mcnemar.ts";
import { close } from "./testing/classification.ts";
import { significance } from "./testing/significance.ts";

/** Labels where only A is right b times, only B c times, both 3 times, neither twice. */
function votes(b: number, c: number) {
  const kinds = [...Array(b).fill(0), ...Array(c).fill(1), 2, 2, 2, 3, 3].map(Number);
  return {
    yTrue: kinds.map((_, i) => i % 2),
    predA: kinds.map((kind, i) => (kind === 0 || kind === 2 ? i % 2 : 1 - (i % 2))),
    predB: kinds.map((kind, i) => (kind === 1 || kind === 2 ? i % 2 : 1 - (i % 2))),
  };
}

describe("mcnemar", () => {
  it.each(significance.mcnemar)(
    "mcnemar(yTrue, predA, predB) with $b and $c disagreements equals SciPy's binomial and chi-square",
    ({ b, c, exact, chiSquare, chiP }) => {
      const { yTrue, predA, predB } = votes(b, c);
      const binomial = mcnemar(yTrue, predA, predB, { exact: true });
      expect(binomial).toMatchObject({ b, c, statistic: Math.min(b, c), exact: true });
      expect(binomial.pValue).toBeAllClose(exact, { rtol: 1e-11 });
      const chi = mcnemar(yTrue, predA, predB, { exact: false });
      expect(chi).toMatchObject({ b, c, exact: false });
      expect(chi.statistic).toBeAllClose(chiSquare, close);
      expect(chi.pValue).toBeAllClose(chiP, { rtol: 1e-11 });
      expect(mcnemar(yTrue, predA, predB).exact).toBe(b + c < 25);
    },
  );

  it("mcnemar(yTrue, predA, predB) is blind to which one is A", () => {
    const { yTrue, predA, predB } = votes(4, 11);
    const [one, other] = [mcnemar(yTrue, predA, predB), mcnemar(yTrue, predB, predA)];
    expect(other).toEqual({ ...one, b: one.c, c: one.b });
  });

  it("mcnemar(yTrue, predA, predB) refuses what it cannot compare", () => {
    expect(() => mcnemar([], [], [])).toThrow("mcnemar: yTrue is empty");
    expect(() => mcnemar([1, 0], [1, 0], [1])).toThrow("yTrue 2, predA 2, predB 1");
  });
});
