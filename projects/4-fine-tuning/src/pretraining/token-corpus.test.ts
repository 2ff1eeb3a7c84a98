import { expect, test } from "vitest";
import { allSequences, texts } from "../testing/tiny-corpus.ts";
import { tinyTokenizer } from "../testing/tiny-training.ts";
import { sequence, tokenCorpus } from "./token-corpus.ts";

test("tokenCorpus cuts long texts, gives each part its [CLS] and [SEP], and drops rests of a few pieces", async () => {
  const words = (count: number) => Array.from({ length: count }, () => "film").join(" ");
  const heard: number[] = [];
  const corpus = await tokenCorpus(
    texts(words(10), words(3), words(45), words(28)),
    tinyTokenizer,
    22,
    () => heard.push(1),
  );
  const [cls, sep] = [tinyTokenizer.idOf("[CLS]"), tinyTokenizer.idOf("[SEP]")];
  const [film] = tinyTokenizer.pieces("film");
  const lengths = Array.from(allSequences(corpus), (index) => {
    const tokens = [...sequence(corpus, index)];
    expect([tokens[0], tokens.at(-1)]).toEqual([cls, sep]);
    expect(tokens.slice(1, -1).every((id) => id === film)).toBe(true);
    return tokens.length;
  });
  expect(lengths).toEqual([12, 22, 22, 22, 10]);
  expect(heard).toHaveLength(4);
});
