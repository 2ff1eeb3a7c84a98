import type { ModelNode, OnnxModel } from "../onnx/model.ts";

/**
 * Keeps one of several nodes that compute the same from the same inputs (as do the reshapes before three
 * projections of one tensor), so that what follows them is found to have one input too.
 */
export function mergeEqualNodes(model: OnnxModel): OnnxModel {
  const outputs = new Set(model.graph.outputs.map(({ name }) => name));
  const firsts = new Map<string, ModelNode>();
  const renamed = new Map<string, string>();
  const nodes: ModelNode[] = [];
  for (const node of model.graph.nodes) {
    const inputs = node.inputs.map((name) => renamed.get(name) ?? name);
    const { opType, domain, attributes } = node;
    const key = JSON.stringify([opType, domain, inputs, attributes], withBigInts);
    const first = firsts.get(key);
    // A name that the model promises must stay, and so must a node that stands for more outputs.
    const isKept =
      first?.outputs.length !== node.outputs.length ||
      node.outputs.some((name) => outputs.has(name)) ||
      Object.values(attributes).some(({ kind }) => kind === "tensor" || kind === "graph");
    if (isKept) {
      nodes.push({ ...node, inputs });
      if (first === undefined) firsts.set(key, node);
    } else {
      for (const [i, name] of node.outputs.entries()) renamed.set(name, first.outputs[i]);
    }
  }
  return { ...model, graph: { ...model.graph, nodes } };
}

function withBigInts(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}
