import { expect, test } from "vitest";
import { imdbReview, imdbText } from "./imdb-line.ts";

const line = (row: object) => JSON.stringify({ id: "train/pos/0_9", text: "Good.", ...row });

test("imdbReview(line) makes one line break of a run of <br /> and keeps other brackets", () => {
  const text = " One.<br /><br />Two < three. <BR/>Four.<br />";
  expect(imdbReview(line({ text, label: 1, rating: 9 }), "f", 1)).toEqual({
    id: "train/pos/0_9",
    text: "One.\nTwo < three.\nFour.",
    label: 1,
    rating: 9,
  });
});

test("imdbText(line) needs no label", () => {
  expect(imdbText(line({}), "f", 1)).toEqual({ id: "train/pos/0_9", text: "Good." });
});

test("imdbReview(line) and imdbText(line) name file and line of a bad row", () => {
  const review = (row: object) => () => imdbReview(line(row), "imdb/train.jsonl.gz", 7);
  expect(review({ label: 2, rating: 9 })).toThrow(
    'imdb/train.jsonl.gz, line 7: expected a JSON object with "id", "text", "label" (0 or 1) and "rating" (1 to 10), found',
  );
  expect(review({ label: 1 })).toThrow("line 7");
  expect(review({ label: 1, rating: 11 })).toThrow("line 7");
  expect(review({ label: 1, rating: 1.5 })).toThrow("line 7");
  expect(review({ label: 1, rating: 9, text: " " })).toThrow("line 7");
  for (const broken of ['{"id": "a", "te', "", "null", "[]", '"text"', '{"id": 1, "text": "a"}'])
    expect(() => imdbText(broken, "imdb/unsup.jsonl.gz", 3)).toThrow(
      'imdb/unsup.jsonl.gz, line 3: expected a JSON object with "id" and "text", found',
    );
});
