import { expect, test } from "vitest";
import { holdOutSentences } from "./hold-out-sentences.ts";

const rows = [
  "a good film",
  "good film",
  "good",
  "a bad good play",
  "bad",
  "bad good",
  "one more here",
  "more here",
].map((text) => ({ text }));
const texts = (some: readonly { text: string }[]) => some.map(({ text }) => text);

test("holdOutSentences(rows, count, seed) holds whole sentences out, with the phrases that only they have", () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 20; seed++) {
    const { train, heldOut } = holdOutSentences(rows, 1, seed);
    const [sentence] = texts(heldOut);
    seen.add(sentence);
    const left = {
      "a good film": ["good", "a bad good play", "bad", "bad good", "one more here", "more here"],
      "a bad good play": ["a good film", "good film", "good", "one more here", "more here"],
      "one more here": ["a good film", "good film", "good", "a bad good play", "bad", "bad good"],
    }[sentence];
    expect(texts(train)).toEqual(left);
  }
  expect(seen.size).toBe(3);
});

test("holdOutSentences(rows, count, seed) refuses to hold out all", () => {
  expect(() => holdOutSentences(rows, 3, 0)).toThrow("fewer than the 3 whole sentences");
});
