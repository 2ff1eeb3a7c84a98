import {
  encodeModel,
  float32,
  newGraph,
  onnxNode,
  toModel,
  type Graph,
  type Tensor,
  type Value,
} from "@ml-roadmap/onnx-grad";

/** Builds a graph, runs it once on these inputs, and returns the outputs. */
export async function runGraph(
  build: (graph: Graph) => Readonly<Record<string, Value>>,
  feeds: Readonly<Record<string, Tensor>> = {},
): Promise<Record<string, Tensor>> {
  const graph = newGraph({ mode: "inference" });
  const model = toModel(graph, { outputs: build(graph) });
  const session = await onnxNode.createSession(encodeModel(model));
  try {
    const fetches = Object.fromEntries(session.outputNames.map((name) => [name, null]));
    return await session.run(feeds, fetches);
  } finally {
    await session.release();
  }
}

/** A float32 tensor as a constant of a graph, for functions that take values. */
export function constant(graph: Graph, { shape, data }: Pick<Tensor, "shape" | "data">): Value {
  return graph.constant("float32", shape, Float32Array.from(data, Number));
}

/** Numbers `from`, `from + 1`, ... in this shape. */
export function counted(shape: readonly number[], from = 0): Tensor {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return float32(
    Float32Array.from({ length: size }, (_, i) => from + i),
    shape,
  );
}

/** A tensor's elements as numbers. */
export function numbers({ data }: Pick<Tensor, "data">): number[] {
  return Array.from(data, Number);
}
