import { bytesOf } from "../onnx/element-type.ts";
import type { ModelNode, ModelTensor, OnnxModel, ValueInfo } from "../onnx/model.ts";
import type { Graph } from "./graph.ts";
import type { OpType } from "./ops.ts";
import { ShapeError } from "./shape-error.ts";
import type { Value, ValueType } from "./value.ts";

/** ONNX operator set and file version that models are written in, and ONNX Runtime's own operators. */
export const opsets = { "": 20, "com.microsoft": 1 };
const irVersion = 9;

export type ToModelOptions = {
  /** Outputs by the name they get. */
  readonly outputs: Readonly<Record<string, Value>>;
  /** Parameters that become part of the model; the others are inputs. */
  readonly weights?: Readonly<Record<string, Float32Array>>;
  readonly metadata?: Readonly<Record<string, string>>;
  /**
   * List the nodes from last to first. ONNX Runtime walks its graph depth first, largest node number first,
   * so that this makes it run the nodes in the order in which they were appended. Listed in that order, it
   * leaves all weights' gradients to the end and keeps everything that they need until then. Other readers expect the usual order.
   */
  readonly isReversed?: boolean;
};

/** The part of the graph that the outputs need, as an ONNX model. */
export function toModel(graph: Graph, options: ToModelOptions): OnnxModel {
  const { outputs, weights = {}, metadata = {}, isReversed = false } = options;
  const needed = neededNames(graph, Object.values(outputs));
  const renamed = new Map<string, string>();
  const copies: ModelNode[] = [];
  const produced = new Set(graph.nodes.flatMap((node) => node.outputs));
  for (const [name, value] of Object.entries(outputs)) {
    // An input cannot be renamed, and a value cannot have two names: those get a copy.
    if (produced.has(value.name) && !renamed.has(value.name)) renamed.set(value.name, name);
    else {
      const [from, attributes] = [renamed.get(value.name) ?? value.name, {}];
      copies.push({
        opType: "Identity",
        domain: "",
        name,
        inputs: [from],
        outputs: [name],
        attributes,
      });
    }
  }
  const rename = (name: string): string => renamed.get(name) ?? name;
  const nodes = graph.nodes
    .filter((node) => node.outputs.some((output) => needed.has(output)))
    .map((node) => ({
      ...node,
      inputs: node.inputs.map(rename),
      outputs: withoutUnused(node, needed).map(rename),
    }));
  const parameters = [...graph.parameters].filter(([name]) => needed.has(name));
  const inputs = [
    ...graph.inputs.filter(({ name }) => needed.has(name)),
    ...parameters.flatMap(([name, { value }]) => (Object.hasOwn(weights, name) ? [] : [value])),
  ];
  const baked = parameters.flatMap(([name, { shape }]): ModelTensor[] =>
    Object.hasOwn(weights, name)
      ? [{ name, type: "float32", dims: shape, bytes: weightBytes(name, shape, weights[name]) }]
      : [],
  );
  const constants = graph.constants.filter(({ name }) => needed.has(name));
  return {
    irVersion,
    producer: "onnx-grad",
    opsets,
    metadata,
    graph: {
      name: "graph",
      nodes: isReversed ? [...nodes, ...copies].reverse() : [...nodes, ...copies],
      initializers: [...constants, ...baked],
      inputs: inputs.map((value) => infoOf(value.name, value)),
      outputs: Object.entries(outputs).map(([name, value]) => infoOf(name, value)),
      // Left out: with every shape known, ONNX Runtime 1.30 fuses residual additions and norms into an operator
      // that takes ten times as long on a CPU.
      values: [],
    },
  };
}

function infoOf(name: string, { dtype, shape }: ValueType): ValueInfo {
  return { name, type: dtype, shape };
}

/** Everything that the outputs depend on, themselves included. */
function neededNames(graph: Graph, outputs: readonly Value[]): Set<string> {
  const needed = new Set(outputs.map((output) => output.name));
  for (const node of [...graph.nodes].reverse()) {
    if (!node.outputs.some((output) => needed.has(output))) continue;
    for (const input of node.inputs) needed.add(input);
  }
  return needed;
}

const withOptionalOutputs = new Set<string>([
  "LayerNormalization",
  "SimplifiedLayerNormalization",
  "MaxPool",
] satisfies OpType[]);

/** Statistics and indices that nobody reads are not asked for: the runtime then takes its faster kernels. */
function withoutUnused(
  { opType, outputs }: ModelNode,
  needed: ReadonlySet<string>,
): readonly string[] {
  if (!withOptionalOutputs.has(opType)) return outputs;
  const used = outputs.map((output, i) => (i === 0 || needed.has(output) ? output : ""));
  while (used.at(-1) === "") used.pop();
  return used;
}

function weightBytes(name: string, shape: readonly number[], data: Float32Array): Uint8Array {
  const size = shape.reduce((product, axis) => product * axis, 1);
  if (data.length !== size) {
    throw new ShapeError(
      `weights: ${name} of shape [${shape.join(", ")}] needs ${size} elements, found ${data.length}`,
    );
  }
  return bytesOf(data);
}
