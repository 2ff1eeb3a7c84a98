import { i32x4, i64x2, lanesOf, v128 } from "../asm/index.ts";
import type { BodyBuilder, FloatType, Lanes, Local, V } from "../asm/index.ts";

/** A vector function: emits the statements it needs and gives the expression of its result. */
export type VectorFunction = (x: V) => V;

/**
 * What the functions of this folder are written with: the lanes of a float type, constants that are
 * set once in front of the loop, and the multiply-add of the variant.
 *
 * Every function comes in two stages: `exp(math)` declares its constants, the result is called in
 * the loop.
 */
export class VectorMath {
  readonly f: BodyBuilder;
  readonly type: FloatType;
  readonly lanes: Lanes;
  readonly #fma: boolean;
  readonly #constants = new Map<string, Local<"v128">>();
  #isSealed = false;

  constructor(f: BodyBuilder, type: FloatType, fma: boolean) {
    this.f = f;
    this.type = type;
    this.lanes = lanesOf(type);
    this.#fma = fma;
  }

  /** Every lane the same number. */
  constant(value: number): V {
    return this.#once(`${Object.is(value, -0) ? "-0" : value}`, () => this.lanes.constant(value));
  }

  /** Every lane the same bits. */
  bits(value: bigint): V {
    return this.#once(`bits ${value}`, () => v128.const(laneBytes(value, this.lanes)));
  }

  /** Ends the declaration of constants: from here on one that is new would be set in a branch only. */
  seal(): void {
    this.#isSealed = true;
  }

  #once(key: string, make: () => V): V {
    let local = this.#constants.get(key);
    if (!local) {
      if (this.#isSealed) throw new Error(`VectorMath: constant ${key} is declared too late`);
      this.#constants.set(key, (local = this.f.let(make())));
    }
    return local;
  }

  /** Keeps a value that is used more than once. */
  keep(value: V): V {
    return this.f.let(value);
  }

  /** `a b + c`, rounded once in the FMA variant. */
  multiplyAdd(a: V, b: V, c: V): V {
    const { lanes } = this;
    return this.#fma ? lanes.relaxedMadd(a, b, c) : lanes.add(lanes.mul(a, b), c);
  }

  /** `c - a b`, rounded once in the FMA variant. */
  negativeMultiplyAdd(a: V, b: V, c: V): V {
    const { lanes } = this;
    return this.#fma ? lanes.relaxedNmadd(a, b, c) : lanes.sub(c, lanes.mul(a, b));
  }

  /** Declares a polynomial's coefficients, lowest power first; the result evaluates it (Horner). */
  polynomial(coefficients: readonly number[]): VectorFunction {
    const constants = coefficients.map((value) => this.constant(value));
    return (x) =>
      constants.reduceRight((sum, coefficient) => this.multiplyAdd(sum, x, coefficient));
  }

  /** `condition ? a : b` by the bits of a comparison's result. */
  select(condition: V, a: V, b: V): V {
    return v128.bitselect(a, b, condition);
  }

  /** Whether any lane of a comparison's result holds. */
  any(condition: V): ReturnType<typeof v128.anyTrue> {
    return v128.anyTrue(condition);
  }

  /** Declares what takes signs off: the magnitude of `x`, and a function that puts its sign back. */
  signs(): (x: V) => { magnitude: V; restore: VectorFunction } {
    const sign = this.constant(-0);
    return (x) => ({
      magnitude: this.keep(v128.andNot(x, sign)),
      restore: (y) => v128.or(y, v128.and(x, sign)),
    });
  }
}

function laneBytes(value: bigint, lanes: Lanes): number[] {
  const lane = Array.from({ length: lanes.bytes }, (_, byte) =>
    Number((value >> BigInt(8 * byte)) & 0xffn),
  );
  return Array.from({ length: lanes.count }, () => lane).flat();
}

/** Integer operations on lanes as wide as the float type's. */
export function integerLanes(type: FloatType): Pick<typeof i32x4, "add" | "sub" | "shl" | "shrU"> {
  return type === "f32" ? i32x4 : i64x2;
}
