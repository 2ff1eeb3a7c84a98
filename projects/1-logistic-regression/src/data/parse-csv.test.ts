import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatCsvLine } from "./format-csv.ts";
import { parseCsv } from "./parse-csv.ts";

const fields = (text: string) => parseCsv(text).map((record) => record.fields);

test("parseCsv(text) reads quoted commas, doubled quotes, line breaks in quotes and CRLF", () => {
  const text = 'Name,Age\r\n"Braund, Mr. Owen ""Ow""",22\r\n"two\r\nlines",\r\n';
  expect(fields(text)).toEqual([
    ["Name", "Age"],
    ['Braund, Mr. Owen "Ow"', "22"],
    ["two\r\nlines", ""],
  ]);
});

test("parseCsv(text) skips empty lines and a byte-order mark, and needs no last line break", () => {
  expect(fields("\uFEFFa,b\n\n1,2\n\n\n3,4")).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
  ]);
});

test("parseCsv(text) keeps empty fields at both ends of a line", () => {
  expect(fields(",x,\n,,")).toEqual([
    ["", "x", ""],
    ["", "", ""],
  ]);
});

test("parseCsv(text) numbers the lines on which records begin", () => {
  expect(parseCsv('a\n"1\n2"\n3\n').map(({ line }) => line)).toEqual([1, 2, 4]);
});

test("parseCsv(text) names the line of a quote that never closes, and of text after a closing quote", () => {
  expect(() => parseCsv('a,b\n1,"two\n3,4\n')).toThrow(
    "line 2: a quote opens here and never closes",
  );
  expect(() => parseCsv('a\n"x"y\n')).toThrow('after the closing quote of "x"');
});

test("parseCsv(text) reads back what formatCsvLine(fields) wrote", () => {
  const row = fc.array(fc.string({ unit: fc.constantFrom("a", "b", ",", '"', "\r", "\n", " ") }), {
    minLength: 2,
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      expect(fields(rows.map((one) => formatCsvLine(one)).join(""))).toEqual(rows);
    }),
  );
});
