import "@ml-roadmap/testing/matchers";
import { expect, test } from "vitest";
import { fitLogisticRegression } from "./index.ts";

test("the README's example prints what the README says", () => {
  const hours = [[0.5], [1], [1.5], [2], [2.5], [3], [3.5], [4]];
  const passed = [0, 0, 0, 1, 0, 1, 1, 1];
  const model = fitLogisticRegression(hours, passed, { penalty: "l2", C: 1 });
  expect(model.coef).toBeAllClose([[1.10939897]], { rtol: 1e-7 });
  expect(model.intercept).toBeAllClose([-2.49614769], { rtol: 1e-7 });
  expect(model.predictProba([[4]])).toBeAllClose([[0.12548884, 0.87451116]], { rtol: 1e-6 });
  expect(model.predict([[1], [4]])).toEqual([0, 1]);
  expect(model.warnings).toEqual([]);
});
