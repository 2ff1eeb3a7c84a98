import { bytesOf, floatsOf } from "../onnx/element-type.ts";
import type { ModelNode, ModelTensor, OnnxModel } from "../onnx/model.ts";

/** Stores matrices that are only read transposed in that order, and leaves the transposing out. */
export function foldTransposes(model: OnnxModel): OnnxModel {
  const { graph } = model;
  const weights = new Map(graph.initializers.map((tensor) => [tensor.name, tensor]));
  const folded = new Map<string, ModelTensor>();
  const renamed = new Map<string, string>();
  const kept = graph.nodes.filter((node) => {
    const matrix = weights.get(node.inputs[0]);
    if (matrix === undefined || !isSwap(node) || matrix.type !== "float32") return true;
    const name = `${matrix.name}_transposed`;
    folded.set(name, folded.get(name) ?? transposed(matrix, name));
    renamed.set(node.outputs[0], name);
    return false;
  });
  const nodes = kept.map((node) => ({
    ...node,
    inputs: node.inputs.map((name) => renamed.get(name) ?? name),
  }));
  const used = new Set(nodes.flatMap((node) => node.inputs));
  const all = [...graph.initializers, ...folded.values()];
  const initializers = all.filter(({ name }) => used.has(name));
  return { ...model, graph: { ...graph, nodes, initializers } };
}

function isSwap({ opType, attributes: { perm } }: ModelNode): boolean {
  return opType === "Transpose" && perm?.kind === "ints" && perm.value.map(Number).join() === "1,0";
}

function transposed({ type, dims, bytes }: ModelTensor, name: string): ModelTensor {
  const [rows, columns] = dims;
  const from = floatsOf(bytes);
  const to = new Float32Array(from.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      to[column * rows + row] = from[row * columns + column];
    }
  }
  return { name, type, dims: [columns, rows], bytes: bytesOf(to) };
}
