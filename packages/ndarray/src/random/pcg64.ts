import { fillBlock } from "./pcg64Block.ts";
import { wasmFillBlock } from "./pcg64Wasm.ts";

/** Words of 64 bits that are made at a time. */
const BLOCK = 128;

const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const MASK_128 = (1n << 128n) - 1n;
const TO_DOUBLE = 2 ** -53;
const TO_FLOAT = 2 ** -24;

let fill: typeof fillBlock | undefined;

/** A PCG64 generator's place in its sequence, in the words of NumPy's `bit_generator.state`. */
export interface Pcg64State {
  readonly bitGenerator: "PCG64";
  /** Decimal digits of the 128-bit state and increment. */
  readonly state: string;
  readonly inc: string;
  /** Whether the upper half of the last word still waits for the next 32-bit draw. */
  readonly hasUint32: 0 | 1;
  readonly uinteger: number;
}

/**
 * PCG XSL-RR 128/64, the bit generator behind NumPy's `default_rng`:
 * `s = s M + inc mod 2^128`, output `rotate(high(s) ^ low(s), s >> 122)`.
 *
 * Words are made a block at a time; the state is the one before the block and the position in it.
 * Source: O'Neill, PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for
 * Random Number Generation, 2014.
 */
export class Pcg64 {
  /** State and increment, four words of 32 bits each, lowest first. */
  #state = new Uint32Array(4);
  #increment = new Uint32Array(4);
  /** The state before the block in hand, to tell where we are. */
  #before = new Uint32Array(4);
  /** The block: lower and upper half of each word. */
  readonly words = new Uint32Array(2 * BLOCK);
  #position = 2 * BLOCK;
  #hasHalf = false;
  #half = 0;

  /** Seeds from four words of 64 bits, given as eight halves: initial state, then sequence. */
  static seeded(words: Uint32Array): Pcg64 {
    const word = (i: number): bigint => (BigInt(words[2 * i + 1]) << 32n) | BigInt(words[2 * i]);
    const initial = (word(0) << 64n) | word(1);
    const inc = ((((word(2) << 64n) | word(3)) << 1n) | 1n) & MASK_128;
    const state = ((inc + initial) * MULTIPLIER + inc) & MASK_128;
    const bits = new Pcg64();
    bits.setState({
      bitGenerator: "PCG64",
      state: `${state}`,
      inc: `${inc}`,
      hasUint32: 0,
      uinteger: 0,
    });
    return bits;
  }

  getState(): Pcg64State {
    const inc = joined(this.#increment);
    let state = joined(this.#position === 2 * BLOCK ? this.#state : this.#before);
    if (this.#position < 2 * BLOCK) {
      for (let i = 0; i < this.#position; i += 2) state = (state * MULTIPLIER + inc) & MASK_128;
    }
    return {
      bitGenerator: "PCG64",
      state: `${state}`,
      inc: `${inc}`,
      hasUint32: this.#hasHalf ? 1 : 0,
      uinteger: this.#half,
    };
  }

  setState(state: Pcg64State): void {
    split(checked("state", state.state), this.#state);
    split(checked("inc", state.inc), this.#increment);
    this.#position = 2 * BLOCK;
    this.#hasHalf = state.hasUint32 === 1;
    this.#half = state.uinteger >>> 0;
  }

  /**
   * Steps to the next 64-bit word and returns the index of its lower half in `words`; the upper half
   * follows it. Made so that a draw needs no object and no BigInt.
   */
  next(): number {
    if (this.#position === 2 * BLOCK) {
      this.#before.set(this.#state);
      fill ??= wasmFillBlock() ?? fillBlock;
      fill(this.#state, this.#increment, this.words);
      this.#position = 0;
    }
    const at = this.#position;
    this.#position = at + 2;
    return at;
  }

  /** A double in [0, 1): the upper 53 bits of a word. */
  double(): number {
    const at = this.next();
    return (this.words[at + 1] * 2097152 + (this.words[at] >>> 11)) * TO_DOUBLE;
  }

  /** 32 bits: the lower half of a new word, or the upper half left from the last call. */
  uint32(): number {
    if (this.#hasHalf) {
      this.#hasHalf = false;
      return this.#half;
    }
    const at = this.next();
    this.#hasHalf = true;
    this.#half = this.words[at + 1]!;
    return this.words[at];
  }

  /** A float32 in [0, 1): the upper 24 bits of 32. */
  float(): number {
    return (this.uint32() >>> 8) * TO_FLOAT;
  }
}

function joined(words: Uint32Array): bigint {
  return words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
}

function split(value: bigint, words: Uint32Array): void {
  for (let i = 0; i < 4; i++) words[i] = Number((value >> BigInt(32 * i)) & 0xffffffffn);
}

function checked(name: string, digits: string): bigint {
  if (/^[0-9]{1,39}$/.test(digits)) {
    const value = BigInt(digits);
    if (value <= MASK_128) return value;
  }
  throw new RangeError(
    `setState: ${name} is the decimal digits of a 128-bit integer, got ${digits}`,
  );
}
