import { newGraph } from "../graph/new-graph.ts";
import type { Build } from "./plan.ts";

export type PickedWeights = {
  /** Those that the model has, for `createTrainer` or `exportModel`. */
  readonly weights: Record<string, Float32Array>;
  /** Parameters of the model that were not given: a new head, say. They start as their initializers say. */
  readonly missing: readonly string[];
  /** Given names that the model does not have: the head of the task that it was trained for before. */
  readonly unused: readonly string[];
};

/** Takes from a pretrained model's weights those that `build` has parameters for, and tells what did not match. */
export function pickWeights(
  build: Build,
  given: Readonly<Record<string, Float32Array>>,
): PickedWeights {
  const graph = newGraph({ mode: "inference" });
  build(graph);
  const names = [...graph.parameters.keys()];
  const found = names.filter((name) => Object.hasOwn(given, name));
  return {
    weights: Object.fromEntries(found.map((name) => [name, given[name]])),
    missing: names.filter((name) => !Object.hasOwn(given, name)),
    unused: Object.keys(given).filter((name) => !graph.parameters.has(name)),
  };
}
