import "@ml-roadmap/testing/matchers";
import { loadTitanic } from "@ml-roadmap/datasets";
import { describe, expect, test } from "vitest";
import { applyRecipe, fitRecipe, type RecipeKind, unknownTexts } from "./recipe.ts";
import { readTable, selectRows, type Table } from "./table.ts";

const of: RecipeKind = {
  kind: "columns",
  specs: [
    { name: "age", kind: "number" },
    { name: "port", kind: "text" },
  ],
};
const table = readTable("age,port\n20,S\n,C\n40,S\n30,\n", "x.csv");
const labels = [0, 1, 0, 1];

test("fitRecipe(table, labels) fills, marks, encodes and standardises each column", () => {
  const { recipe, X } = fitRecipe(table, labels, of);
  expect(recipe.featureNames).toEqual(["age", "age is missing", "port: S", "port is missing"]);
  // age 20 30 40 30: mean 30, deviation sqrt(50)
  expect(recipe.mean).toBeAllClose([30, 0.25, 0.75, 0.25], { rtol: 1e-12 });
  expect(X.at(":", 0)).toBeAllClose(
    [-10, 0, 10, 0].map((d) => d / Math.sqrt(50)),
    { atol: 1e-12 },
  );
});

test("applyRecipe(recipe, table) gives the training rows the matrix that fitRecipe gave", () => {
  const { recipe, X } = fitRecipe(table, labels, of);
  expect(applyRecipe(recipe, table)).toBeAllClose(X, { atol: 1e-15 });
});

test("applyRecipe(recipe, table) does the same after a journey through JSON", () => {
  const { recipe, X } = fitRecipe(table, labels, of);
  expect(applyRecipe(JSON.parse(JSON.stringify(recipe)), table).toArray()).toEqual(X.toArray());
});

test("applyRecipe(recipe, table) names a column that is missing, and a text where a number belongs", () => {
  const { recipe } = fitRecipe(table, labels, of);
  expect(() => applyRecipe(recipe, readTable("age\n1\n", "x"))).toThrow('column "port" is missing');
  expect(() => applyRecipe(recipe, readTable("age,port\nold,S\n", "x"))).toThrow(
    'column "age", row 1: a number belongs here, found "old"',
  );
});

test("unknownTexts(recipe, table) lists what training never saw", () => {
  const { recipe } = fitRecipe(table, labels, of);
  const other = readTable("age,port\n1,S\n2,Q\n3,\n", "x");
  expect(unknownTexts(recipe, other)).toEqual([{ column: "port", texts: ["Q"] }]);
});

/** A table whose rows outside of `train` are as odd as can be, the labels of which are turned round. */
function disturb(samples: { table: Table; labels: number[] }, train: ReadonlySet<number>) {
  const odd = (name: string, text: string | null, row: number) => {
    if (train.has(row)) return text;
    return ["Age", "Fare", "SibSp", "Parch"].includes(name) ? "1000000" : `odd ${row}`;
  };
  const columns = Object.fromEntries(
    samples.table.names.map((name) => [
      name,
      samples.table.columns[name].map((text, row) => odd(name, text, row)),
    ]),
  );
  return {
    table: { ...samples.table, columns },
    labels: samples.labels.map((label, row) => (train.has(row) ? label : 1 - label)),
  };
}

/** Whether `fit` would have learnt something else if the held rows had been others: that is a leak. */
function leaks(
  fit: (samples: { table: Table; labels: number[] }, train: readonly number[]) => unknown,
  samples: { table: Table; labels: number[] },
  train: readonly number[],
): boolean {
  const disturbed = disturb(samples, new Set(train));
  return JSON.stringify(fit(samples, train)) !== JSON.stringify(fit(disturbed, train));
}

describe("a leak would be noticed:", () => {
  const people = (count: number) => {
    const rows = Array.from({ length: count }, (_, i) =>
      [
        i,
        i % 3 === 0 ? 1 : 0,
        (i % 3) + 1,
        `"Fam${i % 17}, ${["Mr", "Mrs", "Miss", "Master"][i % 4]}. N"`,
        i % 4 === 0 || i % 4 === 3 ? "male" : "female",
        i % 5 === 0 ? "" : 20 + (i % 40),
        i % 3,
        i % 2,
        `T${i % 23}`,
        10 + i,
        i % 6 === 0 ? "C12" : "",
        ["S", "C", "Q"][i % 3],
      ].join(","),
    );
    const header =
      "PassengerId,Survived,Pclass,Name,Sex,Age,SibSp,Parch,Ticket,Fare,Cabin,Embarked";
    const read = readTable([header, ...rows].join("\n"), "people.csv");
    return { table: read, labels: read.columns["Survived"].map(Number) };
  };
  const train = Array.from({ length: 80 }, (_, i) => i);
  const ours = (samples: { table: Table; labels: number[] }, rows: readonly number[]) =>
    fitRecipe(
      selectRows(samples.table, rows),
      rows.map((row) => samples.labels[row]),
      { kind: "passengers" },
    ).recipe;

  test("fitRecipe(train) learns the same whatever the held rows are", () => {
    expect(leaks(ours, people(120), train)).toBe(false);
  });

  test("fitRecipe(all rows), the leak, is caught by the same comparison", () => {
    const all = (samples: { table: Table; labels: number[] }) =>
      fitRecipe(samples.table, samples.labels, { kind: "passengers" }).recipe;
    expect(leaks(all, people(120), train)).toBe(true);
  });

  test("a passenger's own fate is not in the training matrix: turning it round leaves the row as it was, but for its kind's survival rate", () => {
    const { table: read, labels: fates } = people(120);
    const turned = fates.map((label, row) => (row === 5 ? 1 - label : label));
    const raw = (outcome: number[]) => {
      const { recipe, X } = fitRecipe(read, outcome, { kind: "passengers" });
      return recipe.mean.map((mean, j) => X.get(5, j) * recipe.scale[j] + mean);
    };
    expect(raw(turned)).toBeAllClose(raw(fates), { atol: 0.05 });
    // Had it been counted among its own companions, the row would have moved by about 1/6.
  });
});

test("fitRecipe(table, labels) of Dawson's table marks class, sex and age", async () => {
  const { csv } = await loadTitanic({ source: "embedded" });
  const dawson = readTable(csv, "embedded");
  const { recipe } = fitRecipe(dawson, dawson.columns["Survived"].map(Number), {
    kind: "columns",
    specs: ["Class", "Sex", "Age"].map((name) => ({ name, kind: "text" as const })),
  });
  expect(recipe.featureNames).toEqual([
    "Class: 2nd",
    "Class: 3rd",
    "Class: crew",
    "Sex: male",
    "Age: child",
  ]);
});
