import type { PlannedParameter, TrainingPlan } from "./plan.ts";
import { Random } from "./random.ts";
import { sizeOfShape } from "./slot.ts";

/**
 * The value of every parameter: the given one, else one drawn as its initializer says. Throws when it has
 * neither, when a given value does not fit its shape, or belongs to no parameter.
 */
export function startingWeights(
  { parameters }: TrainingPlan,
  given: Readonly<Record<string, Float32Array>>,
  random: Random,
): Record<string, Float32Array> {
  const names = new Set(parameters.map(({ name }) => name));
  const unknown = Object.keys(given).filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw new RangeError(
      `train: weights for ${unknown.join(", ")}, which the model does not have; pickWeights leaves them out`,
    );
  }
  return Object.fromEntries(
    parameters.map((parameter) => {
      const { name } = parameter;
      const isGiven = Object.hasOwn(given, name);
      return [name, isGiven ? checked(parameter, given[name]) : drawn(parameter, random)];
    }),
  );
}

function checked({ name, shape }: PlannedParameter, weights: Float32Array): Float32Array {
  const size = sizeOfShape(shape);
  if (weights.length === size) return weights;
  throw new RangeError(
    `train: weights of ${name}: shape [${shape.join(", ")}] needs ${size} numbers, found ${weights.length}`,
  );
}

function drawn({ name, shape, initializer }: PlannedParameter, random: Random): Float32Array {
  if (initializer === undefined) {
    throw new RangeError(
      `train: no weights for ${name} of shape [${shape.join(", ")}], and its parameter has no initializer`,
    );
  }
  const draw = drawing(initializer, shape, random);
  const weights = new Float32Array(sizeOfShape(shape));
  for (let i = 0; i < weights.length; i += 1) weights[i] = draw();
  return weights;
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
