import { expect, test } from "vitest";
import { parseReviews } from "./parse-reviews.ts";

test("parseReviews(domain, lines) reads a review a line and skips empty ones", () => {
  const lines = "\ntest + negation Not bad at all.\n\ntrain - plain Awful: - and + alike.\n";
  expect(parseReviews("books", lines)).toEqual([
    { text: "Not bad at all.", label: 1, domain: "books", phenomenon: "negation", split: "test" },
    {
      text: "Awful: - and + alike.",
      label: 0,
      domain: "books",
      phenomenon: "plain",
      split: "train",
    },
  ]);
});

test("parseReviews(domain, lines) names the line of a bad split, sign, phenomenon or text", () => {
  for (const bad of [
    "dev + plain Good.",
    "train 1 plain Good.",
    "train + sarcasm Good.",
    "train + plain",
    "train +  plain Good.",
    "train + plain Good. ",
  ]) {
    expect(() => parseReviews("films", `train + plain Good one.\n${bad}`)).toThrow(
      `reviews/films, line 2: expected "split sign phenomenon text" with train|validation|test, + or -, plain|negation|contrast|irony|comparison|understatement, found ${JSON.stringify(bad)}`,
    );
  }
});
