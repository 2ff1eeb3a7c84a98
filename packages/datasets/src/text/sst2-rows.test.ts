import { expect, test } from "vitest";
import { sst2Rows } from "./sst2-rows.ts";

test("sst2Rows(tsv, 'label-sentence') reads both of GLUE's headers, any line end, and quotes as text", () => {
  for (const header of ["label\tsentence", "label\tcontent"]) {
    const tsv = `${header}\n1\tso "good \r\n0\tno`;
    expect(sst2Rows(tsv, "label-sentence", "f")).toEqual([
      { text: 'so "good', label: 1 },
      { text: "no", label: 0 },
    ]);
  }
});

test("sst2Rows(tsv, 'sentence-label') reads rows without a header", () => {
  expect(sst2Rows("a b\t0\nc\t1\n", "sentence-label", "f")).toEqual([
    { text: "a b", label: 0 },
    { text: "c", label: 1 },
  ]);
});

test("sst2Rows(tsv) names file and line of a bad row", () => {
  const bad = (tsv: string) => () => sst2Rows(tsv, "label-sentence", "sst2-glue/dev.tsv");
  const head = "label\tsentence\n1\tgood\n";
  expect(bad(`${head}2\tfine\n`)).toThrow(
    'sst2-glue/dev.tsv, line 3: expected label<TAB>sentence with label 0 or 1, found "2\\tfine"',
  );
  expect(bad(`${head}1\t \n`)).toThrow("line 3");
  expect(bad(`${head}\n0\tx\n`)).toThrow(
    "line 3: expected label<TAB>sentence with label 0 or 1, found an empty line",
  );
  expect(bad(`${head}0\tx\ty\n`)).toThrow("line 3");
  expect(bad(`${head}0 x\n`)).toThrow("line 3");
  expect(bad(`1\tgood\n`)).toThrow("line 1: expected the header label<TAB>sentence, found");
  expect(() => sst2Rows("a\t1\n0\tb\n", "sentence-label", "sst2/dev.tsv")).toThrow(
    "sst2/dev.tsv, line 2: expected sentence<TAB>label",
  );
});
