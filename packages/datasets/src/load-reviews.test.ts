import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { loadReviews } from "./load-reviews.ts";
import { labelNames } from "./text/labelled-text.ts";

test("loadReviews({source: 'embedded'}) gives the fixed split with labels and tags, always the same", async () => {
  const reviews = await loadReviews({ source: "embedded" });
  const { kind, train, validation, test: held, description } = reviews;
  expect(kind).toBe("embedded");
  expect([train.length, validation.length, held.length]).toEqual([1_510, 215, 431]);
  expect(description).toContain("1,510 + 215 + 431");
  const known = new Set([...train, ...validation].map(({ text }) => text));
  expect(held.some(({ text }) => known.has(text))).toBe(false);
  expect(Object.keys(held[0] ?? {})).toEqual(["text", "label", "domain", "phenomenon"]);
  expect(await loadReviews({ source: "embedded" })).toEqual(reviews);
  expect(await loadReviews()).toEqual(reviews);
});

test("loadReviews() prints what the README shows", async () => {
  const { description, test: held } = await loadReviews();
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const printed = [description];
  for (const wanted of ["negation", "contrast", "irony"]) {
    const review = held.find(({ phenomenon }) => phenomenon === wanted);
    if (review) printed.push(`${labelNames[review.label]} (${wanted}): ${review.text}`);
  }
  expect(readme).toContain(printed.join("\n"));
});
