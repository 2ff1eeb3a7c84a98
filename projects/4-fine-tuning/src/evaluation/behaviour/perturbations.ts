import type { Generator } from "@ml-roadmap/ndarray";

/** A text with two neighbouring letters swapped in one of its longer words (5 letters or more), or undefined where it has none. */
export function withTypo(text: string, random: Generator): string | undefined {
  const words = [...text.matchAll(/\p{L}{5,}/gu)];
  if (words.length === 0) return undefined;
  const { 0: word, index } = words[random.integers(0, words.length)];
  const letters = Array.from(word);
  // The first letter stays: people get it right, and tokenizers lean on it.
  const places = letters.flatMap((letter, i) =>
    i > 0 && i + 1 < letters.length && letter !== letters[i + 1] ? [i] : [],
  );
  if (places.length === 0) return undefined;
  const at = places[random.integers(0, places.length)];
  [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
  return text.slice(0, index) + letters.join("") + text.slice(index + word.length);
}

/** Sentences that say nothing about the matter. */
const asides = [
  "I went on a Tuesday.",
  "My sister was there too.",
  "It was raining outside.",
  "This is my first review here.",
];

/** A text with a sentence added that says nothing about the matter. */
export function withAside(text: string, random: Generator): string {
  return `${text.trimEnd()} ${asides[random.integers(0, asides.length)]}`;
}

/** A text as careless typing has it: no capitals, no full stop, doubled spaces. */
export function careless(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/[.!]+$/u, "")
    .replaceAll(" ", "  ");
}
