import type { Dimension, ValueInfo } from "../onnx/model.ts";
import type { Tensors } from "../runtime/backend.ts";

/** What the symbols of the inputs' shapes stand for in one batch. */
export type Sizes = ReadonlyMap<string, number>;

/**
 * Checks a batch against the model's inputs and returns its sizes. Throws when an input is
 * missing or unknown, has another type or shape, or when one symbol would have two sizes.
 */
export function checkFeeds(inputs: readonly ValueInfo[], feeds: Tensors): Sizes {
  const sizes = new Map<string, number>();
  for (const name of Object.keys(feeds)) {
    if (!inputs.some((input) => input.name === name)) {
      throw new RangeError(
        `feeds: the model has no input ${JSON.stringify(name)}, only ${inputs.map((input) => input.name).join(", ")}`,
      );
    }
  }
  for (const { name, type, shape } of inputs) {
    if (!Object.hasOwn(feeds, name)) {
      throw new RangeError(
        `feeds: input ${JSON.stringify(name)} of shape ${show(shape)} is missing`,
      );
    }
    const found = feeds[name];
    if (found.dtype !== type || found.shape.length !== shape.length) {
      throw new RangeError(
        `feeds: ${name}: expected ${type} ${show(shape)}, found ${found.dtype} ${show(found.shape)}`,
      );
    }
    for (const [axis, size] of shape.entries()) {
      const known = typeof size === "number" ? size : sizes.get(size);
      if (known !== undefined && known !== found.shape[axis]) {
        throw new RangeError(
          `feeds: ${name}: expected ${show(shape)} with ${size} = ${known}, found ${show(found.shape)}`,
        );
      }
      if (typeof size === "string") sizes.set(size, found.shape[axis]);
    }
  }
  return sizes;
}

function show(shape: readonly Dimension[]): string {
  return `[${shape.join(", ")}]`;
}
