import type { TypedArray } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { beta } from "./beta.ts";
import { binomialSampler } from "./binomial.ts";
import { bounded } from "./bounded.ts";
import { choose } from "./choose.ts";
import type { Choosable, ChoiceOptions } from "./choose.ts";
import { draws } from "./draws.ts";
import type { Size } from "./draws.ts";
import { checkInteger, checkParameter, checkProbability, checkRows } from "./parameters.ts";
import { Pcg64 } from "./pcg64.ts";
import type { Pcg64State } from "./pcg64.ts";
import { SeedSequence, seedWords } from "./seedSequence.ts";
import type { Seed } from "./seedSequence.ts";
import { randomOrder, shuffleInPlace, shuffledRows } from "./shuffle.ts";
import { standardExponential } from "./standardExponential.ts";
import { standardGamma } from "./standardGamma.ts";
import { standardNormal, standardNormalFloat } from "./standardNormal.ts";

export interface FloatOptions {
  /** float32 draws take half the random bits and are other numbers than float64 draws. */
  readonly dtype?: "float64" | "float32";
}

/** All that a Generator's future depends on; plain data that survives JSON. */
export interface GeneratorState extends Pcg64State {
  readonly seed: {
    readonly entropy: readonly number[];
    readonly spawnKey: readonly number[];
    readonly children: number;
  };
}

/**
 * A source of random numbers: the same seed gives the same numbers as NumPy's `default_rng(seed)`.
 *
 * Integers, orders and the bits of float draws agree to the last bit. Where a draw takes a
 * logarithm or a power (beyond 3.65 of the normal, beyond 7.69 of the exponential, gamma and beta
 * with parameters up to 1) it can differ by an ulp, as two mathematical libraries do.
 */
export class Generator {
  readonly #bits: Pcg64;
  #seed: SeedSequence;

  constructor(seed: SeedSequence) {
    this.#seed = seed;
    this.#bits = Pcg64.seeded(seed.generate(8));
  }

  /** Uniform in [0, 1). */
  random(size?: undefined, options?: FloatOptions): number;
  random(size: Size, options?: FloatOptions): NDArray;
  random(size?: Size, options: FloatOptions = {}): number | NDArray {
    const bits = this.#bits;
    const dtype = options.dtype ?? "float64";
    const draw = dtype === "float64" ? () => bits.double() : () => bits.float();
    return draws("random", size, dtype, draw);
  }

  /** Normal with mean 0 and standard deviation 1. */
  standardNormal(size?: undefined, options?: FloatOptions): number;
  standardNormal(size: Size, options?: FloatOptions): NDArray;
  standardNormal(size?: Size, options: FloatOptions = {}): number | NDArray {
    const bits = this.#bits;
    const dtype = options.dtype ?? "float64";
    const draw = dtype === "float64" ? standardNormal : standardNormalFloat;
    return draws("standardNormal", size, dtype, () => draw(bits));
  }

  /** Normal with mean `loc` and standard deviation `scale`. */
  normal(loc?: number, scale?: number): number;
  normal(loc: number | undefined, scale: number | undefined, size: Size): NDArray;
  normal(loc = 0, scale = 1, size?: Size): number | NDArray {
    checkParameter("normal", "scale", scale);
    const bits = this.#bits;
    return draws("normal", size, "float64", () => loc + scale * standardNormal(bits));
  }

  /** Uniform in [low, high). */
  uniform(low?: number, high?: number): number;
  uniform(low: number | undefined, high: number | undefined, size: Size): NDArray;
  uniform(low = 0, high = 1, size?: Size): number | NDArray {
    const width = high - low;
    if (!(width >= 0 && width < Infinity)) {
      throw new RangeError(`uniform: expected finite low <= high, got ${low} and ${high}`);
    }
    const bits = this.#bits;
    return draws("uniform", size, "float64", () => low + width * bits.double());
  }

  /** Exponential with mean `scale`. */
  exponential(scale?: number): number;
  exponential(scale: number | undefined, size: Size): NDArray;
  exponential(scale = 1, size?: Size): number | NDArray {
    checkParameter("exponential", "scale", scale);
    const bits = this.#bits;
    return draws("exponential", size, "float64", () => scale * standardExponential(bits));
  }

  /** Gamma with mean `shape * scale` and variance `shape * scale^2`. */
  gamma(shape: number, scale?: number): number;
  gamma(shape: number, scale: number | undefined, size: Size): NDArray;
  gamma(shape: number, scale = 1, size?: Size): number | NDArray {
    checkParameter("gamma", "shape", shape);
    checkParameter("gamma", "scale", scale);
    const bits = this.#bits;
    return draws("gamma", size, "float64", () => scale * standardGamma(bits, shape));
  }

  /** Beta on [0, 1] with mean `a / (a + b)`. */
  beta(a: number, b: number): number;
  beta(a: number, b: number, size: Size): NDArray;
  beta(a: number, b: number, size?: Size): number | NDArray {
    checkParameter("beta", "a", a, "above 0");
    checkParameter("beta", "b", b, "above 0");
    const bits = this.#bits;
    return draws("beta", size, "float64", () => beta(bits, a, b));
  }

  /** How many of n trials succeed, each with probability p; int32. */
  binomial(n: number, p: number): number;
  binomial(n: number, p: number, size: Size): NDArray;
  binomial(n: number, p: number, size?: Size): number | NDArray {
    checkInteger("binomial", "n", n, 0, 2 ** 31 - 1);
    checkProbability("binomial", "p", p);
    const bits = this.#bits;
    const draw = binomialSampler(n, p);
    return draws("binomial", size, "int32", () => draw(bits));
  }

  /**
   * Integers in [low, high), or in [0, low) when no `high` is given. An array of them is int32, or
   * float64 (exact) when the bounds are beyond int32.
   */
  integers(low: number, high?: number): number;
  integers(low: number, high: number | undefined, size: Size): NDArray;
  integers(low: number, high?: number, size?: Size): number | NDArray {
    const first = high === undefined ? 0 : low;
    const end = high ?? low;
    checkInteger("integers", "low", first, -(2 ** 53), 2 ** 53);
    checkInteger("integers", "high", end, -(2 ** 53), 2 ** 53);
    const last = end - first - 1;
    if (last < 0 || last >= 2 ** 53) {
      throw new RangeError(
        `integers: expected low < high, less than 2^53 apart, got ${first} and ${end}`,
      );
    }
    const dtype = first >= -(2 ** 31) && end <= 2 ** 31 ? "int32" : "float64";
    const bits = this.#bits;
    return draws("integers", size, dtype, () => first + bounded(bits, last));
  }

  /** `0 ... n - 1` in random order (int32), or a copy of an array with its first axis in random order. */
  permutation(x: number | NDArray): NDArray {
    if (typeof x !== "number") {
      checkRows("permutation", x);
      return shuffledRows(this.#bits, x);
    }
    checkInteger("permutation", "n", x, 0, 2 ** 31 - 1);
    return new NDArray(randomOrder(this.#bits, x), [x], "int32");
  }

  /** Puts an array's first axis in random order, in place; also a plain or a typed array. */
  shuffle(x: NDArray | TypedArray | unknown[]): void {
    if (!(x instanceof NDArray)) {
      shuffleInPlace(this.#bits, x);
      return;
    }
    checkRows("shuffle", x);
    x.set(shuffledRows(this.#bits, x));
  }

  /**
   * A random item of `0 ... a - 1` or of an array's first axis; with `size` as many, as an array of
   * that shape (followed by the shape of an item).
   */
  choice(a: Choosable, options?: ChoiceOptions & { size?: undefined }): number;
  choice(a: Choosable, options: ChoiceOptions & { size: Size }): NDArray;
  choice(a: Choosable, options: ChoiceOptions = {}): number | NDArray {
    return choose(this.#bits, a, options);
  }

  /** `n` generators whose numbers are independent of this one's and of each other's. */
  spawn(n: number): Generator[] {
    checkInteger("spawn", "n", n, 0, 2 ** 32 - 1);
    return this.#seed.spawn(n).map((seed) => new Generator(seed));
  }

  getState(): GeneratorState {
    const { entropy, spawnKey, children } = this.#seed;
    return { ...this.#bits.getState(), seed: { entropy, spawnKey, children } };
  }

  /** Goes on from a state that `getState` gave, here or in another process. */
  setState(state: GeneratorState): void {
    this.#bits.setState(state);
    this.#seed = new SeedSequence(state.seed.entropy, state.seed.spawnKey, state.seed.children);
  }
}

/** A Generator with the numbers of NumPy's `default_rng(seed)`. */
export function randomGenerator(seed: Seed): Generator {
  return new Generator(new SeedSequence(seedWords(seed)));
}
