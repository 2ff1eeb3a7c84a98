import { Tokenizer } from "@huggingface/tokenizers";
import { describe, expect, test, vi } from "vitest";
import { tinyTokenizer as tokenizer } from "../testing/tiny-training.ts";
import { TextTokenizer } from "./text-tokenizer.ts";
import { tokenizerConfigJson, tokenizerJson } from "./tokenizer-json.ts";

const tokens = (ids: readonly number[]) => ids.map((id) => tokenizer.token(id)).join(" ");

describe("TextTokenizer", () => {
  test("encode puts [CLS] and [SEP] round one text and between two", () => {
    const one = tokenizer.encode("The film was quite Good.", undefined, 24);
    expect(tokens(one.ids)).toBe("[CLS] the film was quite good . [SEP]");
    expect(one.types).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    const two = tokenizer.encode("really dull", "a great film", 24);
    expect(tokens(two.ids)).toBe("[CLS] really dull [SEP] a great film [SEP]");
    expect(two.types).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  });

  test("encode cuts the end of a text that is too long, and of two the longer one's", () => {
    const long = "the a film plot cast was is and very quite";
    expect(tokens(tokenizer.encode(long, undefined, 5).ids)).toBe("[CLS] the a film [SEP]");
    const pair = tokenizer.encode(long, "it is", 8);
    expect(tokens(pair.ids)).toBe("[CLS] the a film [SEP] it is [SEP]");
    expect(tokens(tokenizer.encode("it is", long, 8).ids)).toBe(
      "[CLS] it is [SEP] the a film [SEP]",
    );
    expect(tokens(tokenizer.encode(long, long, 7).ids)).toBe("[CLS] the a [SEP] the a [SEP]");
  });

  test("encode of nothing is the special tokens alone", () => {
    expect(tokens(tokenizer.encode("", undefined, 5).ids)).toBe("[CLS] [SEP]");
  });

  test("pieces takes words apart, and does not know what has no piece", () => {
    expect(tokens(tokenizer.pieces("badly dullish XYZ"))).toBe("bad ##ly dull ##ish [UNK]");
  });

  test("remember changes no pieces, of which everyone gets a copy, and tells how far it is", async () => {
    const texts = ["badly dullish XYZ", "", "a good film"];
    const before = texts.map((text) => tokenizer.pieces(text));
    const told: number[] = [];
    await tokenizer.remember(texts, { onStep: (done) => told.push(done) });
    expect(told).toEqual([1, 2, 3]);
    const cut = vi.spyOn(Tokenizer.prototype, "encode");
    expect(texts.map((text) => tokenizer.pieces(text))).toEqual(before);
    expect(cut).not.toHaveBeenCalled();
    cut.mockRestore();
    // `encode` cuts pieces off its copy.
    tokenizer.encode(texts[0], undefined, 4);
    expect(texts.map((text) => tokenizer.pieces(text))).toEqual(before);
  });

  test("idOf throws where a vocabulary has no such token", () => {
    const other = new TextTokenizer({
      ...tokenizerJson(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a"]),
      added_tokens: [],
      model: {
        type: "WordPiece",
        unk_token: "[UNK]",
        continuing_subword_prefix: "##",
        max_input_chars_per_word: 100,
        vocab: { "[UNK]": 0, a: 1 },
      },
    });
    expect(() => other.idOf("[MASK]")).toThrow("the vocabulary has no [MASK]");
  });
});

test("tokenizerJson throws where a special token is missing", () => {
  expect(() => tokenizerJson(["[PAD]", "a"])).toThrow("the vocabulary has no [UNK]");
});

test("tokenizerConfigJson tells the longest sequence and the special tokens", () => {
  expect(tokenizerConfigJson(128)).toMatchObject({ model_max_length: 128, mask_token: "[MASK]" });
});
