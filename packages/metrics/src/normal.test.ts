import "@ml-roadmap/testing/matchers";
import { expect, it } from "vitest";
import { erfc, normalCdf, normalQuantile } from "./normal.ts";
import { significance } from "./testing/significance.ts";

const { normal } = significance;

it("erfc(x) equals SciPy, far out in the tail too", () => {
  expect(normal.x.map(erfc)).toBeAllClose(normal.erfc, { rtol: 2e-13 });
});

it("normalCdf(z) equals SciPy", () => {
  expect(normal.x.map(normalCdf)).toBeAllClose(normal.cdf, { rtol: 2e-13 });
});

it("normalQuantile(p) equals SciPy and is the inverse of normalCdf", () => {
  expect(normal.p.map(normalQuantile)).toBeAllClose(normal.quantile, { rtol: 1e-13, atol: 1e-14 });
  expect(normal.p.map((p) => normalCdf(normalQuantile(p)))).toBeAllClose(normal.p, { rtol: 2e-13 });
  expect([0, 0.5, 1].map(normalQuantile)).toBeAllClose([-Infinity, 0, Infinity], { atol: 1e-16 });
});
