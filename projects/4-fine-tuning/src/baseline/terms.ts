import type { Example } from "../data/example.ts";

/** Words: letters and digits, with what an apostrophe ties on ("don't"). */
const word = /[\p{L}\p{N}_]+(?:['\u2019][\p{L}\p{N}_]+)*/gu;

/** Before every term of a pair's second text: the same word means another thing there. */
const second = "\u0001";

/** The words and pairs of neighbouring words of a text, in lower case; of a pair of texts, of each by itself. */
export function termsOf({ text, pair }: Pick<Example, "text" | "pair">): string[] {
  const terms = grams(text);
  return pair === undefined ? terms : [...terms, ...grams(pair).map((term) => second + term)];
}

function grams(text: string): string[] {
  const words = text.toLowerCase().match(word) ?? [];
  const terms = [...words];
  for (let i = 1; i < words.length; i++) terms.push(`${words[i - 1]} ${words[i]}`);
  return terms;
}
