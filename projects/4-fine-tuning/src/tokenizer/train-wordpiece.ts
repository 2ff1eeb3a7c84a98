import { continuation, longestWord, specialTokens } from "./tokenizer-json.ts";
import { Pairs } from "./pairs.ts";

export interface WordPieceOptions {
  /** How many tokens the vocabulary has at most, special tokens included. */
  readonly size: number;
  /** Words seldomer than this teach nothing (default 2). */
  readonly minimumCount?: number;
  /** How many of the most frequent characters get a token of their own (default 1,000). */
  readonly alphabet?: number;
}

/** A word's first pieces, its characters: `["w", "##o", "##r", "##d"]`. */
export function charactersOf(word: string): string[] {
  return Array.from(word, (character, i) => (i === 0 ? character : continuation + character));
}

/**
 * A word's pieces after each `left` that is followed by `right` became one piece with it, from left to
 * right: the pieces `["a", "##b", "##a", "##b"]` with "##a", "##b" become `["a", "##b", "##ab"]`.
 */
export function mergePieces(pieces: readonly string[], left: string, right: string): string[] {
  //#region solution 4.1 join each left that is followed by right; a continuation mark stays in front only
  const merged: string[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    if (pieces[i] === left && pieces[i + 1] === right) {
      merged.push(joined(left, right));
      i += 1;
    } else {
      merged.push(pieces[i]);
    }
  }
  return merged;
  //#endregion
}

/** The piece that two neighbours make: "un" and "##able" make "unable". */
export function joined(left: string, right: string): string {
  return left + right.slice(continuation.length);
}

/**
 * Learns a WordPiece vocabulary from word counts: it starts with the characters and, until it is as large
 * as asked for, adds the piece that the most frequent pair of neighbours makes (ties: the pair that comes first
 * in the order of its characters). Yields the size reached after each merge, and returns the vocabulary, the special
 * tokens first. Deterministic. Source of merging by frequency: https://arxiv.org/abs/1508.07909; Hugging Face's
 * WordPiece trainer does the same.
 */
export function* trainWordPiece(
  counts: ReadonlyMap<string, number>,
  { size, minimumCount = 2, alphabet = 1000 }: WordPieceOptions,
): Generator<number, string[], void> {
  const frequent = [...counts].filter(
    ([word, count]) => count >= minimumCount && word.length <= longestWord,
  );
  const known = new Set(commonCharacters(frequent, alphabet));
  const words = frequent
    .filter(([word]) => Array.from(word).every((character) => known.has(character)))
    .map(([word, count]) => ({ pieces: charactersOf(word), count }));
  const characters = new Set(words.flatMap(({ pieces }) => pieces));
  const vocabulary = new Set<string>([...specialTokens, ...[...characters].sort()]);
  if (vocabulary.size > size) {
    throw new RangeError(
      `tokenizer train: ${vocabulary.size} characters and special tokens do not fit a vocabulary of ${size}; use a larger one or a smaller alphabet`,
    );
  }
  const pairs = new Pairs(words);
  while (vocabulary.size < size) {
    const best = pairs.mostFrequent();
    if (best === undefined) break;
    vocabulary.add(joined(best.left, best.right));
    for (const index of best.words) {
      const word = words[index];
      pairs.remove(index, word);
      word.pieces = mergePieces(word.pieces, best.left, best.right);
      pairs.add(index, word);
    }
    yield vocabulary.size;
  }
  return [...vocabulary];
}

function commonCharacters(words: readonly [string, number][], limit: number): string[] {
  const counts = new Map<string, number>();
  for (const [word, count] of words) {
    for (const character of word) counts.set(character, (counts.get(character) ?? 0) + count);
  }
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return byCount.slice(0, limit).map(([character]) => character);
}
