import { expect, test } from "vitest";
import { inferColumns } from "./infer-columns.ts";
import { readTable } from "./table.ts";

const rows = Array.from(
  { length: 40 },
  (_, i) => `${i},name ${i},${i % 2 ? "a" : "b"},7,${i % 3 === 0 ? 1 : 0}`,
);
const table = readTable(["age,name,group,same,label", ...rows].join("\n"), "x.csv");

test("inferColumns(table, label) tells numbers from categories, and says what it leaves out and why", () => {
  expect(inferColumns(table, "label")).toEqual({
    specs: [
      { name: "age", kind: "number" },
      { name: "group", kind: "text" },
    ],
    ignored: [
      { name: "name", why: "it has 40 different texts" },
      { name: "same", why: "it has fewer than two different values" },
    ],
  });
});

test("inferColumns(table, label, drop) leaves out what is asked, and refuses a name that is not there", () => {
  expect(inferColumns(table, "label", ["age"]).specs).toEqual([{ name: "group", kind: "text" }]);
  expect(() => inferColumns(table, "label", ["agee"])).toThrow('column "agee" is missing');
  expect(() => inferColumns(table, "label", ["age", "group"])).toThrow("no column is left");
});

test("inferColumns(table, label) takes a column of numbers with one odd text for numbers", () => {
  const odd = readTable(
    ["age,label", ...rows.map((_, i) => `${i === 5 ? "?" : i},${i % 2}`)].join("\n"),
    "x.csv",
  );
  expect(inferColumns(odd, "label").specs).toEqual([{ name: "age", kind: "number" }]);
});
