import { expect, test } from "vitest";
import { sampleResults } from "../report/testing/sample-results.ts";
import { modelCard } from "./model-card.ts";

test("modelCard(results) opens with front matter as Hugging Face reads it", async () => {
  const card = modelCard(await sampleResults("classes"));
  const [, yaml] = /^---\n([\s\S]*?)\n---\n/.exec(card) ?? [];
  expect(yaml).toContain("pipeline_tag: text-classification");
  expect(yaml).toContain('license: "mit"');
  expect(yaml).toContain('datasets:\n  - "sample"');
  expect(yaml).toMatch(/ {10}- type: accuracy\n {12}name: "accuracy"\n {12}value: 0\.\d+/);
  // Everything is a mapping or a list item at an even depth: nothing of the texts leaks in.
  for (const line of yaml.split("\n"))
    expect(line).toMatch(/^(?: {2})*(?:- )?[\w-]+(?::(?: .*)?)?$|^ +- "[^"]*"$/);
});

test("modelCard(results) tells data, results, limits and how it was made", async () => {
  const card = modelCard(await sampleResults("classes"));
  for (const heading of [
    "# sample-model",
    "## Use",
    "## Data",
    "## Results",
    "## Limits",
    "## How it was made",
  ]) {
    expect(card).toContain(`\n${heading}\n`);
  }
  expect(card).toContain("| score | value | 95% interval | TF-IDF + logistic regression |");
  expect(card).toContain("It fails more than a quarter of the cases of these tests: ");
  expect(card).toContain("```\nfinetune --data sample --seed 1\n```");
  expect(card).toContain("temperature 1.400");
});

test("modelCard(results) asks for the data's licence where none is known, and names a hub's base model", async () => {
  const results = await sampleResults("multi-label");
  const { licence: _, ...data } = results.data;
  const card = modelCard({
    ...results,
    data,
    model: { ...results.model, base: "google/bert_uncased_L-2_H-128_A-2@main" },
  });
  expect(card).toContain("Licence of the data: not stated");
  expect(card).toContain('base_model: "google/bert_uncased_L-2_H-128_A-2"');
  expect(modelCard(await sampleResults("regression"))).toContain("It gives one number for a text.");
});
