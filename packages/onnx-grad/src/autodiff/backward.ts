import type { TapeEntry } from "../graph/tape.ts";
import { showShape } from "../graph/dimension.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value } from "../graph/value.ts";
import { add } from "../ops/elementwise.ts";

/**
 * Appends the gradients of a scalar `loss` with respect to `wanted` to the graph (reverse-mode differentiation).
 * Throws when one of them does not influence the loss.
 */
export function gradients(loss: Value, wanted: readonly Value[]): Value[] {
  if (loss.rank !== 0 || loss.dtype !== "float32") {
    throw new ShapeError(
      `gradients: expected a float32 scalar as the loss, found ${loss.dtype} ${showShape(loss.shape)}; use sum or mean`,
    );
  }
  const { graph } = loss;
  const tape = graph.tape ?? [];
  const found = graph.unrecorded(() => backward(tape, new Map([[loss.name, graph.scalar(1)]])));
  return wanted.map((value) => {
    const gradient = found.get(value.name);
    if (gradient === undefined) {
      throw new ShapeError(
        `gradients: ${value.name} does not influence the loss; freeze it (trainable) or leave it out`,
      );
    }
    return gradient;
  });
}

/**
 * Walks the tape from its end. `seeds` holds the gradients of results by name; the answer
 * also has those of everything that they depend on.
 */
export function backward(
  tape: readonly TapeEntry[],
  seeds: ReadonlyMap<string, Value>,
): Map<string, Value> {
  const found = new Map(seeds);
  for (const { inputs, outputs, gradients: build } of [...tape].reverse()) {
    const known = outputs.map((output) => found.get(output.name));
    if (known.every((gradient) => gradient === undefined)) continue;
    const builders = build(known);
    for (const [i, input] of inputs.entries()) {
      const builder = builders[i];
      if (!input?.requiresGrad || builder === undefined) continue;
      const sum = found.get(input.name);
      const part = builder();
      found.set(input.name, sum === undefined ? part : add(sum, part));
    }
  }
  return found;
}
