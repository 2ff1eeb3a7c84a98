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

/** Random bits, drawn a block at a time: 16 of them decide about an element, so that one draw serves two. */
const words = new Uint32Array(1024);
const halves = new Uint16Array(words.buffer);

function fill(array: Float32Array, rate: number, random: Random): void {
  const keep = 1 / (1 - rate);
  const last = Math.round(rate * 65536) - 1;
  for (let start = 0; start < array.length; start += halves.length) {
    const count = Math.min(halves.length, array.length - start);
    random.draw(words.subarray(0, Math.ceil(count / 2)));
    // The sign of a difference instead of a comparison: branches on random bits are guessed wrong half the time.
    for (let i = 0; i < count; i += 1) array[start + i] = keep * ((last - halves[i]) >>> 31);
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
