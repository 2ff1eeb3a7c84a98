import { expect, test } from "vitest";
import { termsOf } from "./terms.ts";
import { countTerms, learnVocabulary } from "./vocabulary.ts";

test("termsOf(text) gives words and neighbours in lower case, apostrophes kept", () => {
  expect(termsOf({ text: "I DON'T know, naïve Zoë: 2 n't!" })).toEqual([
    "i",
    "don't",
    "know",
    "naïve",
    "zoë",
    "2",
    "n't",
    "i don't",
    "don't know",
    "know naïve",
    "naïve zoë",
    "zoë 2",
    "2 n't",
  ]);
  expect(termsOf({ text: " ... " })).toEqual([]);
});

test("termsOf(text with a pair) keeps the words of the two apart", () => {
  expect(termsOf({ text: "a", pair: "a" })).toEqual(["a", "\u0001a"]);
});

test("learnVocabulary(texts, minDf) leaves rare terms out; countTerms leaves unknown ones out", () => {
  const texts = [{ text: "good good film" }, { text: "good plot" }];
  expect([...learnVocabulary(texts).keys()]).toEqual([
    "good",
    "film",
    "good good",
    "good film",
    "plot",
    "good plot",
  ]);
  const vocabulary = learnVocabulary(texts, 2);
  const counts = countTerms([...texts, { text: "else" }], vocabulary);
  expect([...vocabulary]).toEqual([["good", 0]]);
  expect([[...counts.starts], [...counts.columns], [...counts.values]]).toEqual([
    [0, 1, 2, 2],
    [0, 0],
    [2, 1],
  ]);
});
