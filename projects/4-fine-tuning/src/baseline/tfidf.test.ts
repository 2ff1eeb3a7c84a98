import "@ml-roadmap/testing/matchers";
import { golden } from "@ml-roadmap/testing";
import { expect, test } from "vitest";
import { csrOf, type Csr } from "./csr.ts";
import { inverseDocumentFrequency, tfidf } from "./tfidf.ts";
import { countTerms, learnVocabulary } from "./vocabulary.ts";

interface Fixture {
  readonly train: string[];
  readonly test: string[];
  readonly idf: Record<string, number>;
  readonly trainRows: Record<string, number>[];
  readonly testRows: Record<string, number>[];
}

const fixture = golden<Fixture>(import.meta.url, "../../fixtures/tfidf.json");

const rowsOf = ({ rows, starts, columns, values }: Csr) =>
  Array.from({ length: rows }, (_, i) =>
    Object.fromEntries(
      Array.from(columns.subarray(starts[i], starts[i + 1]), (column, e) => [
        column,
        values[starts[i] + e],
      ]),
    ),
  );
const counts = (rows: readonly Record<number, number>[], width: number) =>
  csrOf(
    rows.map((row) => new Map(Object.entries(row).map(([j, count]) => [Number(j), count]))),
    width,
  );
const texts = (some: readonly string[]) => some.map((text) => ({ text }));

test("4.13 inverseDocumentFrequency(counts) is ln((1 + N) / (1 + df)) + 1", () => {
  const idf = inverseDocumentFrequency(counts([{ 0: 1, 1: 1 }, { 0: 1 }, { 0: 1, 2: 1 }], 4));
  expect(idf).toBeAllClose([1, Math.log(4 / 2) + 1, Math.log(4 / 2) + 1, Math.log(4) + 1], {
    rtol: 1e-14,
  });
});

test("4.13 inverseDocumentFrequency(counts) counts texts, not how often the term stands in one", () => {
  const once = inverseDocumentFrequency(counts([{ 0: 1 }, { 1: 1 }], 2));
  expect(inverseDocumentFrequency(counts([{ 0: 7 }, { 1: 1 }], 2))).toBeAllClose(once, {
    rtol: 1e-14,
  });
});

test("4.13 tfidf(counts, idf) damps counts by 1 + ln, multiplies by idf and makes every row 1 long", () => {
  const weights = tfidf(counts([{ 0: 1, 1: 4 }, { 1: 3 }], 2), Float64Array.of(2, 1.5));
  const [a, b] = [2, (1 + Math.log(4)) * 1.5];
  const [first, second] = rowsOf(weights);
  expect([first[0], first[1]]).toBeAllClose([a / Math.hypot(a, b), b / Math.hypot(a, b)], {
    rtol: 1e-14,
  });
  expect(second[1]).toBeAllClose(1, { rtol: 1e-14 });
});

test("4.13 tfidf(counts, idf) leaves texts of unknown words empty, and no NaN anywhere", () => {
  const weights = tfidf(counts([{}, { 1: 2 }, {}], 3), Float64Array.of(1, 1, 1));
  expect(rowsOf(weights)).toEqual([{}, { 1: 1 }, {}]);
});

test("4.13 tfidf(counts, idf) leaves the counts as they were", () => {
  const before = counts([{ 0: 2, 1: 5 }], 2);
  tfidf(before, Float64Array.of(1, 2));
  expect([...before.values]).toEqual([2, 5]);
});

test("4.13 idf and weights are scikit-learn's, and texts to predict are weighed with the training texts' idf", () => {
  const vocabulary = learnVocabulary(texts(fixture.train));
  const terms = [...vocabulary.keys()];
  const train = countTerms(texts(fixture.train), vocabulary);
  const idf = inverseDocumentFrequency(train);
  expect(
    Object.fromEntries(terms.map((term, j) => [term, Number(idf[j].toPrecision(12))])),
  ).toEqual(fixture.idf);
  for (const [some, wanted] of [
    [fixture.train, fixture.trainRows],
    [fixture.test, fixture.testRows],
  ] as const) {
    const rows = rowsOf(tfidf(countTerms(texts(some), vocabulary), idf));
    for (const [i, row] of rows.entries()) {
      const named = Object.entries(row).map(([j, weight]) => [terms[Number(j)], weight] as const);
      expect(new Set(named.map(([term]) => term))).toEqual(new Set(Object.keys(wanted[i])));
      for (const [term, weight] of named)
        expect(weight).toBeAllClose(wanted[i][term], { rtol: 1e-10 });
    }
  }
});

test("tfidf(counts, idf) refuses an idf of another vocabulary", () => {
  expect(() => tfidf(counts([{ 0: 1 }], 2), Float64Array.of(1))).toThrow(
    "expected 2 idf values, found 1",
  );
});
