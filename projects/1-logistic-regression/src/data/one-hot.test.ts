import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fitOneHot, oneHot } from "./one-hot.ts";

const ports = ["C", "Q", "S"];

test("1.3 fitOneHot(column) lists every text once, in alphabetical order", () => {
  expect(fitOneHot(["S", "C", "S", "Q", "C"])).toEqual(ports);
});

test("1.3 oneHot(column, categories) makes a column for every category but the first", () => {
  expect(oneHot(["S", "C", "Q", "S"], ports).toArray()).toEqual([
    [0, 1],
    [0, 0],
    [1, 0],
    [0, 1],
  ]);
});

test("1.3 oneHot(column, categories) keeps the training part's columns whatever comes", () => {
  const encoded = oneHot(["Q"], ports);
  expect(encoded.shape).toEqual([1, 2]);
  expect(encoded.toArray()).toEqual([[1, 0]]);
});

test("1.3 oneHot(column, categories) gives zeros to a text that training never saw", () => {
  expect(oneHot(["Belfast", "S"], ports).toArray()).toEqual([
    [0, 0],
    [0, 1],
  ]);
});

test("1.3 oneHot(column, fitOneHot(column)) marks at most one category a row, and the right one", () => {
  const column = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(column, (texts) => {
      const categories = fitOneHot(texts);
      const encoded = oneHot(texts, categories);
      expect(encoded.shape).toEqual([texts.length, categories.length - 1]);
      for (const [row, text] of texts.entries()) {
        for (let j = 0; j < categories.length - 1; j++) {
          expect(encoded.get(row, j)).toBe(text === categories[j + 1] ? 1 : 0);
        }
      }
    }),
  );
});
