/** The pairs of neighbouring words of a text, in lower case and without punctuation. */
function wordPairs(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
}

/** The pair of texts that share the largest part of their word pairs (Jaccard index), and that part. */
export function mostAlike(texts: readonly string[]): { share: number; texts: [string, string] } {
  const pairs = texts.map(wordPairs);
  const holders = new Map<string, number[]>();
  let best = { share: 0, texts: ["", ""] as [string, string] };
  pairs.forEach((own, i) => {
    const shared = new Map<number, number>();
    for (const pair of own) {
      const earlier = holders.get(pair) ?? [];
      for (const j of earlier) shared.set(j, (shared.get(j) ?? 0) + 1);
      holders.set(pair, [...earlier, i]);
    }
    for (const [j, count] of shared) {
      const share = count / (own.size + (pairs[j]?.size ?? 0) - count);
      if (share > best.share) best = { share, texts: [texts[j] ?? "", texts[i] ?? ""] };
    }
  });
  return best;
}
