import type { Generator } from "@ml-roadmap/ndarray";

// S tokens of a sequence.

export interface Masking {
  /** Share of the words that are to be guessed. */
  readonly share: number;
  /** Id of `[MASK]`. */
  readonly mask: number;
  /** Size of the vocabulary, for random tokens. */
  readonly vocabulary: number;
  /** `true` for `[CLS]`, `[SEP]` and the like, which are never guessed. */
  readonly isSpecial: (id: number) => boolean;
  /** `true` for pieces that continue a word ("##ing"). */
  readonly isContinuation: (id: number) => boolean;
}

export interface MaskedSequence {
  /** What the model sees, `(S)`. */
  readonly ids: number[];
  /** Where it has to guess, in order. */
  readonly positions: number[];
  /** What was there. */
  readonly targets: number[];
}

/**
 * Hides whole words: each word's pieces are to be guessed together, or not at all, with probability
 * `share`; at least one word is. A piece that is to be guessed is seen as `[MASK]` (80%), as a random token (10%)
 * or as it is (10%), so that the encoder cannot rely on seeing what need not be guessed.
 * Sources: https://arxiv.org/abs/1810.04805, section 3.1; whole words: https://github.com/google-research/bert (May 31st, 2019).
 */
export function maskWords(
  tokens: ArrayLike<number>,
  masking: Masking,
  random: Generator,
): MaskedSequence {
  const { share, mask, vocabulary, isSpecial, isContinuation } = masking;
  const words = wordsOf(tokens, isSpecial, isContinuation);
  //#region solution 4.7 draw words, then for each of their pieces what the model sees
  const chosen = words.filter(() => random.random() < share);
  if (chosen.length === 0 && words.length > 0) chosen.push(words[random.integers(words.length)]);
  const positions = chosen.flat();
  const ids = Array.from(tokens);
  for (const position of positions) {
    const luck = random.random();
    if (luck < 0.8) ids[position] = mask;
    else if (luck < 0.9) ids[position] = random.integers(vocabulary);
  }
  return { ids, positions, targets: positions.map((position) => tokens[position]) };
  //#endregion
}

/** The positions of each word's pieces; special tokens belong to none. */
export function wordsOf(
  tokens: ArrayLike<number>,
  isSpecial: (id: number) => boolean,
  isContinuation: (id: number) => boolean,
): number[][] {
  const words: number[][] = [];
  for (let position = 0; position < tokens.length; position += 1) {
    const id = tokens[position];
    if (isSpecial(id)) continue;
    if (isContinuation(id) && words.at(-1)?.at(-1) === position - 1) words.at(-1)?.push(position);
    else words.push([position]);
  }
  return words;
}
