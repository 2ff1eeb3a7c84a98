import "@ml-roadmap/testing/matchers";
import { expect, test } from "vitest";
import { loadSamples } from "./load-samples.ts";
import { train, type TrainOptions } from "./train.ts";

const options: TrainOptions = {
  fit: {},
  folds: 5,
  validation: 0.2,
  test: 0.2,
  seed: 1,
  costs: { falsePositive: 1, falseNegative: 1 },
};

test("train(data) of Dawson's table learns that women and children went first, and claims no more than that", async () => {
  const data = await loadSamples({ source: "embedded" });
  const { results } = await train(data, options);
  expect(results.data.rows).toBe(2201);
  expect(results.split).toMatchObject({ train: 1321, validation: 440, test: 440 });
  expect(results.glance.rates.find(({ column }) => column === "Sex")?.groups).toEqual([
    { text: "female", rows: 470, positives: 344 },
    { text: "male", rows: 1731, positives: 367 },
  ]);
  expect(results.test.accuracy.estimate).toBeGreaterThan(0.7);
  const rows = "rows" in results.coefficients ? results.coefficients.rows : [];
  const ratioOf = (name: string) => rows.find((row) => row.name === name)?.oddsRatio ?? NaN;
  expect(ratioOf("Sex: male")).toBeLessThan(0.5);
  expect(ratioOf("Age: child")).toBeGreaterThan(1);
  expect(ratioOf("Class: 3rd")).toBeLessThan(1);
  // With class, sex and age group alone, the sex-only rule is not beaten by more than chance.
  const sexOnly = results.comparisons.find(({ name }) => name === "sex only");
  expect(sexOnly?.pValue).toBeGreaterThan(0.05);
});

test("train(data, { costs }) moves the threshold to where mistakes are cheaper", async () => {
  const data = await loadSamples({ source: "embedded" });
  const even = await train(data, { ...options, C: 1 });
  const careful = await train(data, {
    ...options,
    C: 1,
    costs: { falsePositive: 1, falseNegative: 10 },
  });
  expect(even.results.model.threshold).toBe(0.5);
  expect(careful.results.model.threshold).toBeLessThan(0.5);
  const missed = ({ results }: typeof even) => results.test.confusion[1][0];
  expect(missed(careful)).toBeLessThan(missed(even));
  expect(careful.results.path).toBeNull();
});
