import { randomGenerator } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import type { RecipeKind } from "../data/recipe.ts";
import { readTable, type Table } from "../data/table.ts";
import { peopleCsv } from "../testing/people.ts";
import { crossValidatePath } from "./cross-validate-path.ts";
import { repeatedCrossValidation } from "./repeated-cross-validation.ts";

const of: RecipeKind = { kind: "passengers" };

function people(rows: number) {
  const table = readTable(peopleCsv(rows), "people.csv");
  return { table, labels: table.columns["Survived"].map(Number) };
}

/** The same people, but everybody's fate is a coin that was tossed: nothing can be learnt. */
function coins(rows: number) {
  const { table } = people(rows);
  return { table, labels: Array.from(randomGenerator(3).integers(0, 2, rows).toTyped()) };
}

describe("crossValidatePath(samples, options)", () => {
  test("scores every C, ascending, on every fold", async () => {
    const scores = await crossValidatePath(people(150), { of, Cs: [1, 0.01], folds: 3, seed: 1 });
    expect(scores.map(({ C }) => C)).toEqual([0.01, 1]);
    for (const { losses, accuracies } of scores) {
      expect(losses).toHaveLength(3);
      expect(accuracies.every((one) => one > 0.5 && one <= 1)).toBe(true);
    }
  });

  test("finds nothing where there is nothing to find: a leak of the labels would show here", async () => {
    const scores = await crossValidatePath(coins(300), { of, Cs: [0.1, 1], folds: 5, seed: 2 });
    for (const { accuracies } of scores) {
      const mean = accuracies.reduce((a, b) => a + b, 0) / accuracies.length;
      expect(mean).toBeGreaterThan(0.4);
      expect(mean).toBeLessThan(0.6);
    }
  });

  test("finds a lot where the label itself has leaked into a column", async () => {
    const { table, labels } = coins(300);
    const leaky: Table = {
      ...table,
      columns: { ...table.columns, Sex: labels.map((label) => (label ? "female" : "male")) },
    };
    const options = { of, Cs: [1], folds: 5, seed: 2 };
    const [{ accuracies }] = await crossValidatePath({ table: leaky, labels }, options);
    expect(Math.min(...accuracies)).toBeGreaterThan(0.9);
  });

  test("rejects with the signal's reason", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    const options = { of, Cs: [1], folds: 3, seed: 1, signal };
    await expect(crossValidatePath(people(60), options)).rejects.toThrow("enough");
  });
});

test("repeatedCrossValidation(samples, options) judges every row once a repeat, beside the baselines", async () => {
  const done: string[] = [];
  const result = await repeatedCrossValidation(people(200), {
    of,
    Cs: [0.01, 1],
    folds: 4,
    repeats: 2,
    seed: 1,
    onFold: (fold, all) => done.push(`${fold}/${all}`),
  });
  expect(done).toEqual(["1/8", "2/8", "3/8", "4/8", "5/8", "6/8", "7/8", "8/8"]);
  expect(result.baselines.map(({ name }) => name)).toEqual(["majority", "sex only"]);
  expect(result.chosenCs).toHaveLength(8);
  const { model, improvement } = result;
  expect(model.low).toBeLessThanOrEqual(model.estimate);
  expect(model.estimate).toBeLessThanOrEqual(model.high);
  const best = Math.max(...result.baselines.map(({ estimate }) => estimate));
  expect(improvement.estimate).toBeCloseTo(model.estimate - best, 12);
});
