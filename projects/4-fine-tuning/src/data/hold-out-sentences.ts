import { randomGenerator } from "@ml-roadmap/ndarray";

export interface HeldOut<Row> {
  readonly train: readonly Row[];
  readonly heldOut: readonly Row[];
}

/**
 * Keeps `count` whole sentences back from rows that are sentences and phrases out of them (SST-2's
 * training rows), and takes the phrases that occur in no other sentence out of the training rows: a
 * random part would ask for phrases whose sentences were learnt. A whole sentence is a text that is no
 * part of another. Seeded; rows keep their order.
 */
export function holdOutSentences<Row extends { readonly text: string }>(
  rows: readonly Row[],
  count: number,
  seed: number,
): HeldOut<Row> {
  const phrases = new Phrases(rows.map(({ text }) => text));
  const part = new Set<number>();
  for (const [i] of rows.entries()) for (const phrase of phrases.within(i)) part.add(phrase);
  const wholes = rows.flatMap((_, i) => (part.has(phrases.id(i)) ? [] : [i]));
  if (count >= wholes.length) {
    throw new RangeError(
      `holdOutSentences: expected fewer than the ${wholes.length} whole sentences, found ${count}`,
    );
  }
  const shuffled = randomGenerator(seed).permutation(wholes.length).toTyped();
  const chosen = new Set(Array.from(shuffled.subarray(0, count), (at) => phrases.id(wholes[at])));
  const elsewhere = new Set<number>();
  for (const i of wholes) {
    if (!chosen.has(phrases.id(i))) for (const phrase of phrases.within(i)) elsewhere.add(phrase);
  }
  const dropped = new Set(chosen);
  for (const i of wholes) {
    if (!chosen.has(phrases.id(i))) continue;
    for (const phrase of phrases.within(i)) if (!elsewhere.has(phrase)) dropped.add(phrase);
  }
  return {
    train: rows.filter((_, i) => !dropped.has(phrases.id(i))),
    heldOut: rows.filter((_, i) => chosen.has(phrases.id(i))),
  };
}

/** Texts as sequences of word numbers; equal texts have the same id, the hash of their words. */
class Phrases {
  readonly #words: readonly Int32Array[];
  readonly #ids: readonly number[];
  readonly #known: ReadonlySet<number>;

  constructor(texts: readonly string[]) {
    const numbers = new Map<string, number>();
    this.#words = texts.map((text) =>
      Int32Array.from(text.split(" "), (word) => {
        const number = numbers.get(word) ?? numbers.size + 1;
        numbers.set(word, number);
        return number;
      }),
    );
    this.#ids = this.#words.map((words) => {
      let id = 0;
      eachStretch(words, 0, (hash) => (id = hash));
      return id;
    });
    this.#known = new Set(this.#ids);
  }

  id(text: number): number {
    return this.#ids[text];
  }

  /** Ids of the other texts that are stretches of words of this one. */
  within(text: number): number[] {
    const found: number[] = [];
    const words = this.#words[text];
    for (let start = 0; start < words.length; start++) {
      eachStretch(words, start, (hash) => {
        if (this.#known.has(hash) && hash !== this.#ids[text]) found.push(hash);
      });
    }
    return found;
  }
}

/** Hashes (53 bits) of the words from `start` to each later end. */
function eachStretch(words: Int32Array, start: number, visit: (hash: number) => void): void {
  let [a, b] = [0x9e3779b9, 0x85ebca6b];
  for (let end = start; end < words.length; end++) {
    a = Math.imul(a ^ words[end], 0x01000193) ^ (a >>> 15);
    b = Math.imul(b + words[end], 0x5bd1e995) ^ (b >>> 13);
    visit((a >>> 0) * 0x200000 + (b >>> 11));
  }
}
