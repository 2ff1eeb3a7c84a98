import { NDArray } from "../core/ndarray.ts";
import { checkShape, formatShape, sizeOf } from "../core/shape.ts";
import { array } from "../creation/array.ts";
import {
  checkProbabilities,
  weighted,
  weightedWithoutReplacement,
  withReplacement,
  withoutReplacement,
} from "./choice.ts";
import type { Size } from "./draws.ts";
import { checkInteger, checkRows } from "./parameters.ts";
import type { Pcg64 } from "./pcg64.ts";

export interface ChoiceOptions {
  readonly size?: Size;
  /** Whether an item may come more than once; true by default. */
  readonly replace?: boolean;
  /** Probability of each item; all alike by default. */
  readonly p?: NDArray | ArrayLike<number>;
  /** Without replacement: false leaves the sample in no particular order, which is faster. */
  readonly shuffle?: boolean;
}

/** What a choice is made from: `0 ... a - 1`, or the rows of an array. */
export type Choosable = number | NDArray | ArrayLike<number>;

/** `Generator.choice` on its bits. */
export function choose(bits: Pcg64, a: Choosable, options: ChoiceOptions): number | NDArray {
  const items = typeof a === "number" || a instanceof NDArray ? a : array(Float64Array.from(a));
  if (typeof items === "number") checkInteger("choice", "a", items, 0, 2 ** 31 - 1);
  else checkRows("choice", items);
  const n = typeof items === "number" ? items : items.shape[0];
  const { size } = options;
  const shape = size === undefined ? [] : checkShape("choice", size);
  const positions = choosePositions(bits, n, sizeOf(shape), options);
  if (typeof items === "number") {
    return size === undefined ? positions[0] : new NDArray(positions, shape, "int32");
  }
  if (size !== undefined) {
    return items.at(Array.from(positions)).reshape([...shape, ...items.shape.slice(1)]);
  }
  if (items.ndim !== 1) {
    throw new RangeError(
      `choice: items of shape ${formatShape(items.shape.slice(1))} need a size; pass size: [] for one`,
    );
  }
  return items.get(positions[0]);
}

function choosePositions(
  bits: Pcg64,
  n: number,
  count: number,
  { replace = true, p, shuffle = true }: ChoiceOptions,
): Int32Array {
  if (n === 0 && count > 0) throw new RangeError("choice: there are no items to choose from");
  if (!replace && count > n) {
    throw new RangeError(`choice: ${count} items cannot be taken from ${n} without replacement`);
  }
  if (p === undefined) {
    return replace ? withReplacement(bits, n, count) : withoutReplacement(bits, n, count, shuffle);
  }
  const probabilities = checkProbabilities(p instanceof NDArray ? p.toTyped("float64") : p, n);
  if (replace) return weighted(bits, probabilities, count);
  const possible = probabilities.reduce((sum, value) => sum + Number(value > 0), 0);
  if (possible < count) {
    throw new RangeError(
      `choice: ${count} items without replacement, but only ${possible} have a probability above 0`,
    );
  }
  return weightedWithoutReplacement(bits, probabilities, count);
}
