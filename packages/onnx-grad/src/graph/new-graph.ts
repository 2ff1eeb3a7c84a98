import { definitions } from "../rules/definitions.ts";
import { Graph } from "./graph.ts";
import type { GraphOptions } from "./graph.ts";

/** An empty graph. */
export function newGraph(options: GraphOptions): Graph {
  return new Graph(definitions, options);
}
