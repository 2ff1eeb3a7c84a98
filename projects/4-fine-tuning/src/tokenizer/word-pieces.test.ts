import { Tokenizer } from "@huggingface/tokenizers";
import { loadReviews } from "@ml-roadmap/datasets";
import { describe, expect, test } from "vitest";
import { countWords, splitWords } from "./split-words.ts";
import { specialTokens, tokenizerJson } from "./tokenizer-json.ts";
import { toEnd } from "../testing/to-end.ts";
import { trainWordPiece } from "./train-wordpiece.ts";
import { wordPieces } from "./word-pieces.ts";

const vocabulary = new Set([
  "un",
  "una",
  "##aff",
  "##able",
  "##a",
  "##ffa",
  "##f",
  "ab",
  "b",
  "##b",
]);

describe("4.2 wordPieces", () => {
  test("takes the longest piece that fits, and goes on behind it", () => {
    expect(wordPieces("unaffable", new Set(["un", "##aff", "##able", "##a"]))).toEqual([
      "un",
      "##aff",
      "##able",
    ]);
  });

  test("takes the longest first even where a shorter one would have led on", () => {
    // "una" leaves "ffable", of which "##ffa" and "##b" take all but "le".
    expect(wordPieces("unaffable", vocabulary)).toEqual(["[UNK]"]);
    expect(wordPieces("unaffab", vocabulary)).toEqual(["una", "##ffa", "##b"]);
  });

  test("tells pieces that begin a word from those that continue one", () => {
    expect(wordPieces("abb", vocabulary)).toEqual(["ab", "##b"]);
    expect(wordPieces("bb", vocabulary)).toEqual(["b", "##b"]);
    expect(wordPieces("f", vocabulary)).toEqual(["[UNK]"]);
  });

  test("makes the whole word unknown when a part of it has no piece", () => {
    expect(wordPieces("abc", vocabulary)).toEqual(["[UNK]"]);
    expect(wordPieces("cab", vocabulary)).toEqual(["[UNK]"]);
  });

  test("cuts between characters, not within one", () => {
    expect(wordPieces("a😀b", new Set(["a", "##😀", "##b"]))).toEqual(["a", "##😀", "##b"]);
  });

  test("gives Hugging Face's pieces for every word of real reviews", async () => {
    const { train, test: unseen } = await loadReviews();
    // Frequent beginnings and endings of words as a vocabulary: no trainer is needed for it.
    const parts = new Map<string, number>();
    const count = (part: string) => parts.set(part, (parts.get(part) ?? 0) + 1);
    for (const word of train.flatMap(({ text }) => splitWords(text))) {
      for (let at = 1; at <= word.length; at += 1) {
        count(word.slice(0, at));
        if (at < word.length) count(`##${word.slice(at)}`);
        if (at < word.length) count(`##${word.slice(at, at + 2)}`);
        if (at < word.length && word[at] !== "z") count(`##${word[at]}`);
      }
    }
    const frequent = [...parts].filter(([, times]) => times > 3).map(([part]) => part);
    const tokenizer = new Tokenizer(tokenizerJson([...specialTokens, ...frequent]), {});
    const known = new Set(frequent);
    const texts = unseen.map(({ text }) => text);
    const ours = texts.map((text) => splitWords(text).flatMap((word) => wordPieces(word, known)));
    const theirs = texts.map(
      (text) => tokenizer.encode(text, { add_special_tokens: false }).tokens,
    );
    expect(ours).toEqual(theirs);
    const all = ours.flat();
    expect(all).toContain("[UNK]");
    expect(all.filter((piece) => piece.startsWith("##")).length).toBeGreaterThan(100);
  });
});

test("wordPieces does not look for pieces of endless words", () => {
  expect(wordPieces("b".repeat(101), vocabulary)).toEqual(["[UNK]"]);
});

test("wordPieces gives Hugging Face's pieces of a trained vocabulary", async () => {
  const { train, test: unseen } = await loadReviews();
  const counts = countWords(train.map(({ text }) => text));
  const trained = toEnd(trainWordPiece(counts, { size: 700 }));
  const tokenizer = new Tokenizer(tokenizerJson(trained), {});
  const known = new Set(trained);
  for (const { text } of unseen) {
    const pieces = splitWords(text).flatMap((word) => wordPieces(word, known));
    expect(pieces).toEqual(tokenizer.encode(text, { add_special_tokens: false }).tokens);
  }
});
