import "@ml-roadmap/testing/matchers";
import { expect, test } from "vitest";
import { readTable } from "../data/table.ts";
import {
  baselinePredictions,
  baselineProbability,
  fitMajority,
  fitOneColumnRule,
  ruleColumn,
} from "./baselines.ts";

const sexes = ["female", "female", "male", "male", "male", null];
const labels = [1, 1, 0, 1, 0, 0];

test("fitMajority(labels) gives everybody the share of positives", () => {
  expect(baselineProbability(fitMajority(labels), [null, "x"])).toEqual([0.5, 0.5]);
});

test("fitOneColumnRule(name, column, labels) knows the share by text, and the overall one for what it never saw", () => {
  const rule = fitOneColumnRule("sex only", sexes, labels);
  expect(baselineProbability(rule, ["female", "male", "child", null, "toString"])).toBeAllClose([
    1,
    1 / 3,
    0.5,
    0.5,
    0.5,
  ]);
});

test("baselinePredictions(train, held, column) predicts with both rules", () => {
  const samples = (csv: string, fates: number[]) => ({ table: readTable(csv, "x"), labels: fates });
  const train = samples("Sex\nfemale\nfemale\nmale\nmale\nmale\n", [1, 1, 0, 0, 0]);
  const held = samples("Sex\nmale\nfemale\n", [0, 1]);
  expect(ruleColumn(train)).toBe("Sex");
  expect(ruleColumn({ ...train, label: "Sex" })).toBeUndefined();
  expect(baselinePredictions(train, held, "Sex")).toEqual([
    { name: "majority", predicted: [0, 0] },
    { name: "sex only", predicted: [0, 1] },
  ]);
  expect(baselinePredictions(train, held, undefined)).toHaveLength(1);
});
