import { describe, expect, test } from "vitest";
import { mostAlike } from "../test-support/similarity.ts";
import { type StyleFeature, styleAccuracy } from "../test-support/style-classifier.ts";
import { corpus } from "./corpus.ts";
import type { PlacedReview } from "./parse-reviews.ts";
import { reviewDomains, reviewPhenomena, reviewSplits } from "./review.ts";

const reviews = corpus();
const wordsOf = (text: string) => text.split(" ").length;
const share = (rows: readonly PlacedReview[], pick: (row: PlacedReview) => boolean) =>
  rows.filter(pick).length / rows.length;

describe("corpus()", () => {
  test("holds 2,156 reviews, as many positive as negative, films in the lead", () => {
    expect(reviews).toHaveLength(2_156);
    expect(share(reviews, ({ label }) => label === 1)).toBeCloseTo(0.5, 2);
    const sizes = reviewDomains.map((name) => reviews.filter((row) => row.domain === name).length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(190);
    expect(Math.max(...sizes)).toBe(sizes[0]);
    expect(sizes[0]).toBeGreaterThanOrEqual(300);
  });

  test("is balanced within every domain, phenomenon and split", () => {
    for (const [key, names] of [
      ["domain", reviewDomains],
      ["phenomenon", reviewPhenomena],
      ["split", reviewSplits],
    ] as const) {
      for (const name of names) {
        const rows = reviews.filter((row) => row[key] === name);
        const positive = share(rows, ({ label }) => label === 1);
        expect({ name, balanced: Math.abs(positive - 0.5) < 0.025 }).toEqual({
          name,
          balanced: true,
        });
      }
    }
  });

  test("is split about 70/10/20 in every domain and label, with every phenomenon in every split", () => {
    for (const domain of reviewDomains) {
      for (const label of [0, 1]) {
        const rows = reviews.filter((row) => row.domain === domain && row.label === label);
        expect(Math.abs(share(rows, ({ split }) => split === "train") - 0.7)).toBeLessThan(0.02);
        expect(Math.abs(share(rows, ({ split }) => split === "test") - 0.2)).toBeLessThan(0.02);
        for (const phenomenon of reviewPhenomena)
          expect(rows.filter((row) => row.phenomenon === phenomenon).length).toBeGreaterThan(3);
      }
    }
    for (const phenomenon of reviewPhenomena) {
      const rows = reviews.filter((row) => row.phenomenon === phenomenon);
      expect(Math.abs(share(rows, ({ split }) => split === "test") - 0.2)).toBeLessThan(0.03);
    }
  });

  test("has clean sentences of 6 to 35 words", () => {
    for (const { text } of reviews) {
      expect(text).toMatch(/^["A-Z][ -~]*[.?!"]$/);
      expect(text).not.toMatch(/ {2}| [,.;:?!]|[,;:][a-z]/);
      expect(text).toMatch(/^(?:\S+ ){5,34}\S+$/);
    }
  });

  test("has no two sentences that share as much as a quarter of their word pairs", () => {
    const closest = mostAlike(reviews.map(({ text }) => text));
    expect(closest.share < 0.25 || closest).toBe(true); // a failure shows the two
  });

  test("does not give the label away by length, punctuation or whom it mentions", () => {
    const count = (pattern: RegExp): StyleFeature => {
      return (text) => Math.min(4, text.match(pattern)?.length ?? 0);
    };
    const lengths: StyleFeature[] = [wordsOf, (text) => Math.floor(text.length / 10)];
    const marks = [/,/g, /'/g, /"/g, /[;:]/g, /[?!]/g, /-/g, /[A-Z]/g, /\d/g].map(count);
    const people = [/\b(?:he|his|him|man)\b/gi, /\b(?:she|her|woman)\b/gi, /\bI\b/g].map(count);
    const alone = [...lengths, ...marks, ...people].map((one) => styleAccuracy(reviews, [one]));
    for (const features of [lengths, marks, people])
      expect(styleAccuracy(reviews, features)).toBeLessThan(0.55);
    for (const accuracy of alone) expect(accuracy).toBeLessThan(0.55);
  });
});
