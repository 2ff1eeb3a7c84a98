import type { Example } from "./example.ts";

/** The text (and pair) without case, space, punctuation: what is the same by it is a near duplicate. */
export function nearKey({ text, pair }: Pick<Example, "text" | "pair">): string {
  return pair === undefined ? bare(text) : `${bare(text)}\u0000${bare(pair)}`;
}

function bare(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  const words = plain.replace(/[\p{P}\p{S}\s]+/gu, " ").trim();
  // ":)" and "!!!" are all punctuation, and not the same.
  return words === "" ? plain.trim() : words;
}

/** Positions of the examples of each near-duplicate key, in order of appearance. */
export function groupNearDuplicates(
  examples: readonly Pick<Example, "text" | "pair">[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [i, example] of examples.entries()) {
    const key = nearKey(example);
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  return groups;
}
