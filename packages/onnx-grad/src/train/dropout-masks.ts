import { factorsOf } from "../graph/dimension.ts";
import type { Dimension } from "../onnx/model.ts";
import { float32 } from "../runtime/tensor.ts";
import type { Tensor } from "../runtime/tensor.ts";
import type { Sizes } from "./feeds.ts";
import type { TrainingPlan } from "./plan.ts";
import type { Random } from "./random.ts";

/** Draws a mask for every dropout of the model: 0 with the dropout's rate, else `1 / (1 - rate)`. */
export class DropoutMasks {
  readonly #dropouts: TrainingPlan["dropouts"];
  readonly #random: Random;
  readonly #arrays = new Map<string, Float32Array>();

  constructor(dropouts: TrainingPlan["dropouts"], random: Random) {
    this.#dropouts = dropouts;
    this.#random = random;
  }

  draw(sizes: Sizes): Record<string, Tensor> {
    const masks: Record<string, Tensor> = {};
    for (const { mask, shape, rate } of this.#dropouts) {
      const known = shape.map((size) => evaluate(size, sizes));
      const count = known.reduce((product, size) => product * size, 1);
      const array = this.#arrayOf(mask, count);
      fill(array, rate, this.#random);
      masks[mask] = float32(array, known);
    }
    return masks;
  }

  #arrayOf(name: string, count: number): Float32Array {
    const known = this.#arrays.get(name);
    if (known?.length === count) return known;
    const array = new Float32Array(count);
    this.#arrays.set(name, array);
    return array;
  }
}

function fill(array: Float32Array, rate: number, random: Random): void {
  const keep = 1 / (1 - rate);
  const threshold = Math.round(rate * 65536);
  // 16 bits decide about an element, so that one draw serves two.
  for (let i = 0; i < array.length; i += 2) {
    const bits = random.bits();
    array[i] = (bits & 0xffff) < threshold ? 0 : keep;
    if (i + 1 < array.length) array[i + 1] = bits >>> 16 < threshold ? 0 : keep;
  }
}

function evaluate(dimension: Dimension, sizes: Sizes): number {
  if (typeof dimension === "number") return dimension;
  return factorsOf(dimension).reduce<number>((product, factor) => {
    const size = typeof factor === "number" ? factor : sizes.get(factor);
    if (size === undefined) {
      throw new RangeError(`dropout: no input has a dimension called ${JSON.stringify(factor)}`);
    }
    return product * size;
  }, 1);
}
