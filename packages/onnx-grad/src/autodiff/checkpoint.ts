import type { Graph } from "../graph/graph.ts";
import type { TapeEntry } from "../graph/tape.ts";
import { shapeOf } from "../graph/runtime-shape.ts";
import { ShapeError } from "../graph/shape-error.ts";
import { Value } from "../graph/value.ts";
import { add, cast, isNaN, multiply } from "../ops/elementwise.ts";
import { reshape, slice } from "../ops/shape.ts";
import { backward } from "./backward.ts";

/**
 * `block(x)`, whose inner values are not kept for the backward pass but computed a second time there:
 * less memory for more time. Wrap the layers of a deep model, one checkpoint each.
 * Source: https://arxiv.org/abs/1604.06174
 */
export function checkpoint(block: (x: Value) => Value, x: Value): Value {
  const { graph } = x;
  const outer = graph.tape;
  if (outer === undefined || graph.mode === "inference") return block(x);
  const tape: TapeEntry[] = [];
  const result = graph.recorded(tape, () => block(x));
  if (tape.length === 0) return result;
  const inputs = outsideInputs(x, tape);
  outer.push({
    inputs,
    outputs: [result],
    gradients: ([gradient]) => {
      if (gradient === undefined) return [];
      let found: Map<string, Value> | undefined;
      const all = (): Map<string, Value> =>
        (found ??= recomputed(graph, tape, x, result, gradient));
      return inputs.map((input) => () => {
        const part = all().get(input === x ? again(x) : input.name);
        if (part === undefined) {
          throw new ShapeError(`checkpoint: ${input.name} does not influence ${result.name}`);
        }
        return part;
      });
    },
    replay: () => {
      throw new ShapeError("checkpoint: one inside another is not supported");
    },
  });
  return result;
}

/** `x` and every other value that the recorded steps take from outside and that needs a gradient. */
function outsideInputs(x: Value, tape: readonly TapeEntry[]): Value[] {
  const made = new Set(tape.flatMap(({ outputs }) => outputs.map((output) => output.name)));
  const inputs = new Map([[x.name, x]]);
  for (const input of tape.flatMap((entry) => entry.inputs)) {
    if (input?.requiresGrad && !made.has(input.name)) inputs.set(input.name, input);
  }
  return [...inputs.values()];
}

const again = (x: Value): string => `${x.name} again`;

/** Repeats the steps with a second `x`, then walks backward through the repetition. */
function recomputed(
  graph: Graph,
  tape: readonly TapeEntry[],
  x: Value,
  result: Value,
  gradient: Value,
): Map<string, Value> {
  const tied = tiedTo(gradient, x);
  const second = new Map([[x.name, tied]]);
  const repeated: TapeEntry[] = [];
  graph.recorded(repeated, () => {
    for (const { inputs, outputs, replay } of tape) {
      const made = replay(inputs.map((input) => input && (second.get(input.name) ?? input)));
      for (const [i, output] of outputs.entries()) second.set(output.name, made[i]);
    }
  });
  const last = second.get(result.name) ?? result;
  const found = graph.unrecorded(() => backward(repeated, new Map([[last.name, gradient]])));
  const dX = found.get(tied.name);
  if (dX !== undefined) found.set(again(x), dX);
  return found;
}

/**
 * `x` under another name that exists only once `gradient` does. Without this tie the runtime would see
 * the same computation twice, merge the two and keep the inner values after all.
 */
function tiedTo(gradient: Value, x: Value): Value {
  const { graph } = x;
  const first = slice(reshape(gradient, [-1]), 0, 0, 1);
  const zero = multiply(cast(isNaN(first), "int64"), 0);
  const shape = add(shapeOf(graph, x.shape), zero);
  const { name } = graph.apply("Reshape", [x, shape], { to: x.shape })[0];
  return new Value(graph, name, x, { requiresGrad: true });
}
