import { expect, test } from "vitest";
import { parseCsv, parseTsv } from "./delimited.ts";

const fields = (text: string, delimiter?: "," | ";") =>
  parseCsv(text, delimiter).rows.map((row) => row.fields);

test("parseCsv(text) reads quotes, doubled quotes, delimiters and line breaks inside quotes", () => {
  expect(fields('a,b\n"x, y","he said ""no"""\n"two\nlines",\n')).toEqual([
    ["a", "b"],
    ["x, y", 'he said "no"'],
    ["two\nlines", ""],
  ]);
});

test("parseCsv(text) reads CRLF, a last line without an end, and semicolons when told", () => {
  expect(fields("a,b\r\n1,2\r\n\r\n3,\r\n")).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", ""],
  ]);
  expect(fields('"a","b"\r\n"1","2"')).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(fields("a;b\n1,5;2", ";")).toEqual([
    ["a", "b"],
    ["1,5", "2"],
  ]);
});

test("parseCsv(text) counts lines inside quoted fields too", () => {
  const { rows } = parseCsv('a\n"1\n2\n3"\nlast');
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
});

test("parseCsv(text) names a bad line by number and goes on behind it", () => {
  const { rows, malformed } = parseCsv('a,b\n"x" y,1\nfine,2\n"never closed,3\nfine,4');
  expect(malformed).toEqual([
    { line: 2, why: expect.stringContaining("after the closing quote of field 1") },
    { line: 4, why: "a quote opens here and never closes" },
  ]);
  expect(rows.map(({ fields: [first] }) => first)).toEqual(["a", "fine", "fine"]);
});

test("parseTsv(text) takes quotes as text, save round a whole field", () => {
  expect(parseTsv('a\tb\n"hm" he said\t"1 ""2"""\r\n\nx\ty').rows).toEqual([
    { line: 1, fields: ["a", "b"] },
    { line: 2, fields: ['"hm" he said', '1 "2"'] },
    { line: 4, fields: ["x", "y"] },
  ]);
});
