import { expect, test } from "vitest";
import { editDistance } from "./edit-distance.ts";
import { findLabelTypos } from "./label-typos.ts";

const typos = (counts: Record<string, number>) =>
  findLabelTypos(new Map(Object.entries(counts))).map(({ label, meant }) => `${label} -> ${meant}`);

test("editDistance(a, b) counts insertions, deletions, changes and swaps", () => {
  expect(editDistance("positive", "postive")).toBe(1);
  expect(editDistance("positive", "psoitive")).toBe(1);
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("abcdef", "xyzuvw", 2)).toBe(3);
});

test("findLabelTypos(counts) finds case and space at any frequency, and misspelt rare labels", () => {
  expect(typos({ positive: 60, Positive: 50, "negative ": 3, negative: 100, negatve: 2 })).toEqual([
    "Positive -> positive",
    "negative  -> negative",
    "negatve -> negative",
  ]);
});

test("findLabelTypos(counts) leaves numbers, short labels and labels that are not rare alone", () => {
  expect(typos({ "10": 500, "1": 2, no: 400, on: 3, sport: 100, sports: 40 })).toEqual([]);
});
