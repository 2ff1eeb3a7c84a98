/** A word in pieces, and how often it occurs. */
export interface PiecedWord {
  pieces: string[];
  readonly count: number;
}

export interface Pair {
  readonly left: string;
  readonly right: string;
  /** How often the two are neighbours in all words. */
  count: number;
  /** The words, by position, that have or had the pair. */
  readonly words: Set<number>;
}

/** How often each two pieces are neighbours, kept up to date while words change. */
export class Pairs {
  readonly #pairs = new Map<string, Pair>();

  constructor(words: readonly PiecedWord[]) {
    for (const [index, word] of words.entries()) this.add(index, word);
  }

  add(index: number, { pieces, count }: PiecedWord): void {
    for (let i = 0; i + 1 < pieces.length; i += 1) {
      const pair = this.#pair(pieces[i], pieces[i + 1]);
      pair.count += count;
      pair.words.add(index);
    }
  }

  remove(index: number, { pieces, count }: PiecedWord): void {
    for (let i = 0; i + 1 < pieces.length; i += 1) {
      const pair = this.#pair(pieces[i], pieces[i + 1]);
      pair.count -= count;
      pair.words.delete(index);
      if (pair.count === 0) this.#pairs.delete(keyOf(pair.left, pair.right));
    }
  }

  /** Undefined when every word is one piece. The words are a copy, since merging changes them. */
  mostFrequent(): (Omit<Pair, "words"> & { readonly words: number[] }) | undefined {
    let best: Pair | undefined;
    for (const pair of this.#pairs.values()) {
      if (best === undefined || comesBefore(pair, best)) best = pair;
    }
    return best && { ...best, words: [...best.words] };
  }

  #pair(left: string, right: string): Pair {
    const key = keyOf(left, right);
    const found = this.#pairs.get(key);
    if (found !== undefined) return found;
    const pair: Pair = { left, right, count: 0, words: new Set() };
    this.#pairs.set(key, pair);
    return pair;
  }
}

/** Pieces hold no spaces. */
function keyOf(left: string, right: string): string {
  return `${left} ${right}`;
}

function comesBefore(a: Pair, b: Pair): boolean {
  if (a.count !== b.count) return a.count > b.count;
  return a.left === b.left ? a.right < b.right : a.left < b.left;
}
