import { isStrided, stridedPositions } from "./numeric.ts";
import type { Numeric } from "./numeric.ts";

/** Element access in C order that writes through to the array it was made from. */
export interface Perturbable {
  readonly size: number;
  get(i: number): number;
  set(i: number, value: number): void;
}

/** Throws `TypeError` unless `x` can hold any float64 in each of its elements, independently. */
export function perturbable(x: Numeric): Perturbable {
  if (isStrided(x)) {
    if (x.strides.some((stride, axis) => stride === 0 && x.shape[axis] > 1)) {
      throw new TypeError(
        "checkGradient: x is a broadcast view, its elements share memory; copy it",
      );
    }
    return overSlots(Array.from(stridedPositions(x), (at) => [float64(x.data), at] as const));
  }
  if (typeof x === "number" || typeof x === "boolean") {
    throw new TypeError("checkGradient: x is a plain number; wrap it: Float64Array.of(x)");
  }
  return overSlots(nestedSlots(x));
}

type Slot = readonly [holder: Writable, at: number];
type Writable = { [i: number]: unknown };

function overSlots(slots: readonly Slot[]): Perturbable {
  return {
    size: slots.length,
    get: (i) => {
      const [holder, at] = slots[i];
      return Number(holder[at]);
    },
    set: (i, value) => {
      const [holder, at] = slots[i];
      holder[at] = value;
    },
  };
}

function nestedSlots(x: object): Slot[] {
  const holder = float64(x);
  return Array.from(holder).flatMap((value, i): Slot[] =>
    typeof value === "object" && value !== null ? nestedSlots(value) : [[holder, i]],
  );
}

function float64(data: object): Writable & ArrayLike<unknown> {
  if (data instanceof Float64Array || Array.isArray(data)) return data;
  throw new TypeError(
    `checkGradient: x must be float64, found ${data.constructor.name}; central differences need its precision`,
  );
}
