import type { PlannedParameter } from "./plan.ts";
import { Random } from "./random.ts";
import { sizeOfShape } from "./slot.ts";

/** Fills `into` as the parameter's initializer says; throws when it has none. */
export function initialise(
  { name, shape, initializer }: PlannedParameter,
  random: Random,
  into: Float32Array,
): void {
  if (initializer === undefined) {
    throw new RangeError(
      `train: no weights for ${name} of shape [${shape.join(", ")}], and its parameter has no initializer`,
    );
  }
  const draw = drawing(initializer, shape, random);
  for (let i = 0; i < into.length; i += 1) into[i] = draw();
}

function drawing(
  initializer: NonNullable<PlannedParameter["initializer"]>,
  shape: readonly number[],
  random: Random,
): () => number {
  switch (initializer.kind) {
    case "zeros":
      return () => 0;
    case "ones":
      return () => 1;
    case "normal":
      return () => random.normal() * initializer.std;
    case "fanIn": {
      // A bias has the fan in of its weight, which is not known here; small enough does.
      const fanIn = shape.length > 1 ? sizeOfShape(shape.slice(1)) : shape[0];
      return () => (2 * random.uniform() - 1) / Math.sqrt(fanIn);
    }
  }
}

/** `given`, checked against the parameter's shape. */
export function checkWeights({ name, shape }: PlannedParameter, given: Float32Array): Float32Array {
  const size = sizeOfShape(shape);
  if (given.length === size) return given;
  throw new RangeError(
    `train: weights of ${name}: shape [${shape.join(", ")}] needs ${size} numbers, found ${given.length}`,
  );
}
