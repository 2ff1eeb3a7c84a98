import { expect, test } from "vitest";
import { columnOf, numbersOf, readTable, selectRows, toArquero } from "./table.ts";

test("readTable(csv) reads columns by name, with null where a cell is missing", () => {
  const table = readTable("Age, Sex\n22,male\nNA,\nNaN, female \n", "people.csv");
  expect(table).toEqual({
    names: ["Age", "Sex"],
    rows: 3,
    columns: { Age: ["22", null, null], Sex: ["male", null, "female"] },
  });
  expect(numbersOf(table, "Age")).toEqual([22, null, null]);
});

test("readTable(csv) refuses an empty file, a header alone, a name twice and a line of another length", () => {
  const read = (csv: string) => () => readTable(csv, "people.csv");
  expect(read("")).toThrow("people.csv: the file is empty");
  expect(read("\n\n")).toThrow("people.csv: the file is empty");
  expect(read("a,b\n")).toThrow("people.csv: there is a header line but no row below it");
  expect(read("a,b,a\n1,2,3\n")).toThrow('people.csv: two columns are named "a"');
  expect(read("a,b\n1,2\n1,2,3\n")).toThrow("people.csv: line 3 has 3 fields, the header has 2");
  expect(read('a,b\n1,"2\n')).toThrow("people.csv: line 2: a quote opens here");
});

test("columnOf(table, name) lists the columns there are when one is missing", () => {
  const table = readTable("a,b\n1,2\n", "x.csv");
  expect(() => columnOf(table, "Age")).toThrow('column "Age" is missing; the table has "a", "b"');
  expect(() => columnOf(table, "toString")).toThrow('column "toString" is missing');
});

test("numbersOf(table, name) names the row of a text where a number belongs", () => {
  const table = readTable("Age\n22\nold\n", "x.csv");
  expect(() => numbersOf(table, "Age")).toThrow(
    'column "Age", row 2: a number belongs here, found "old"',
  );
  expect(() => numbersOf(readTable("Age\nInfinity\n", "x.csv"), "Age")).toThrow('found "Infinity"');
});

test("selectRows(table, rows) keeps the order asked for, and toArquero(table) the columns", () => {
  const table = selectRows(readTable("a,b\n1,x\n2,y\n3,z\n", "x.csv"), [2, 0]);
  expect(table.columns).toEqual({ a: ["3", "1"], b: ["z", "x"] });
  expect(toArquero(table).objects()).toEqual([
    { a: "3", b: "z" },
    { a: "1", b: "x" },
  ]);
});
