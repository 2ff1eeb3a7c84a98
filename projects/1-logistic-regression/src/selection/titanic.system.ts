import { DatasetUnavailableError } from "@ml-roadmap/datasets";
import { expect, test } from "vitest";
import { loadSamples } from "../run/load-samples.ts";
import { defaultCs } from "./path.ts";
import { repeatedCrossValidation } from "./repeated-cross-validation.ts";

test("repeatedCrossValidation(891 passengers), 10 x 5-fold, is right for more than 82%, against 78.7% for the sex-only rule", async ({
  skip,
}) => {
  const data = await loadSamples({ source: "passengers", offline: true }).catch(
    (error: unknown) => {
      if (error instanceof DatasetUnavailableError) return skip(error.message);
      throw error;
    },
  );
  const { model, baselines, improvement } = await repeatedCrossValidation(data, {
    of: data.of,
    Cs: defaultCs,
    folds: 5,
    repeats: 10,
    seed: 1,
  });
  expect(model.estimate).toBeGreaterThanOrEqual(0.82);
  const sexOnly = baselines.find(({ name }) => name === "sex only");
  expect(sexOnly?.estimate).toBeCloseTo(0.787, 3);
  expect(improvement.low).toBeGreaterThan(0);
});
