import { Tokenizer } from "@huggingface/tokenizers";
import { specialTokens, tokenizerJson } from "./tokenizer-json.ts";

const { normalizer, pre_tokenizer: splitter } = new Tokenizer(tokenizerJson(specialTokens), {});

/** The words and punctuation marks of a text, normalised as the tokenizer does before it looks for pieces. */
export function splitWords(text: string): string[] {
  return splitter?.pre_tokenize(normalizer?.normalize(text) ?? text) ?? [];
}

/** How often each word occurs in `texts`. */
export function countWords(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of splitWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
