/** A seed: a non-negative integer of any size, or several of them. */
export type Seed = number | bigint | readonly (number | bigint)[];

const POOL_SIZE = 4;
const INIT_A = 0x43b0d7e5;
const MULT_A = 0x931e8875;
const INIT_B = 0x8b51f9dd;
const MULT_B = 0x58f38ded;
const MIX_LEFT = 0xca01f9dd;
const MIX_RIGHT = 0x4973f715;

/**
 * Spreads a seed over a pool of four 32-bit words and draws any number of well-mixed words from it.
 *
 * The same words as `numpy.random.SeedSequence(entropy, spawn_key=spawnKey)`, whose design is Melissa
 * O'Neill's `seed_seq` (https://www.pcg-random.org/posts/developing-a-seed_seq-alternative.html).
 */
export class SeedSequence {
  readonly entropy: readonly number[];
  readonly spawnKey: readonly number[];
  #children: number;

  constructor(entropy: readonly number[], spawnKey: readonly number[] = [], children = 0) {
    this.entropy = entropy;
    this.spawnKey = spawnKey;
    this.#children = children;
  }

  /** How many sequences `spawn` has made, so that the next ones differ. */
  get children(): number {
    return this.#children;
  }

  /** `n` independent sequences; each call gives new ones. */
  spawn(n: number): SeedSequence[] {
    const first = this.#children;
    this.#children += n;
    return Array.from(
      { length: n },
      (_, i) => new SeedSequence(this.entropy, [...this.spawnKey, first + i]),
    );
  }

  /** `n` words of 32 bits. */
  generate(n: number): Uint32Array {
    const pool = this.#pool();
    const words = new Uint32Array(n);
    let constant = INIT_B;
    for (let i = 0; i < n; i++) {
      let word = pool[i % POOL_SIZE] ^ constant;
      constant = Math.imul(constant, MULT_B);
      word = Math.imul(word, constant);
      words[i] = word ^ (word >>> 16);
    }
    return words;
  }

  #pool(): Uint32Array {
    const words = this.#assembled();
    const pool = new Uint32Array(POOL_SIZE);
    let constant = INIT_A;
    const hash = (word: number): number => {
      const xored = word ^ constant;
      constant = Math.imul(constant, MULT_A);
      const product = Math.imul(xored, constant);
      return product ^ (product >>> 16);
    };
    for (let i = 0; i < POOL_SIZE; i++) pool[i] = hash(words[i] ?? 0);
    for (let from = 0; from < POOL_SIZE; from++) {
      for (let to = 0; to < POOL_SIZE; to++) {
        if (from !== to) pool[to] = mix(pool[to], hash(pool[from]));
      }
    }
    for (let from = POOL_SIZE; from < words.length; from++) {
      for (let to = 0; to < POOL_SIZE; to++) pool[to] = mix(pool[to], hash(words[from]));
    }
    return pool;
  }

  /** The seed's words, filled up to the pool before a spawn key so that the two cannot be confused. */
  #assembled(): number[] {
    const words = [...this.entropy];
    if (this.spawnKey.length > 0) while (words.length < POOL_SIZE) words.push(0);
    return [...words, ...this.spawnKey];
  }
}

function mix(x: number, y: number): number {
  const result = Math.imul(MIX_LEFT, x) - Math.imul(MIX_RIGHT, y);
  return result ^ (result >>> 16);
}

/** A seed as 32-bit words, lowest first; throws RangeError when it is negative, fractional or unsafe. */
export function seedWords(seed: Seed): number[] {
  if (typeof seed === "object") return seed.flatMap((part) => seedWords(part));
  if (typeof seed === "number" && !Number.isSafeInteger(seed)) {
    throw new RangeError(
      `randomGenerator: a seed is an integer of at least 0, got ${seed}; above 2^53 pass a bigint`,
    );
  }
  let rest = BigInt(seed);
  if (rest < 0n) throw new RangeError(`randomGenerator: a seed is at least 0, got ${seed}`);
  const words: number[] = [];
  do {
    words.push(Number(rest & 0xffffffffn));
    rest >>= 32n;
  } while (rest > 0n);
  return words;
}
