import { bytesOf, elementTypeCode, floatsOf } from "../onnx/element-type.ts";
import type { ArrayOf, ElementType } from "../onnx/element-type.ts";
import type { Attribute, ModelNode, ModelTensor, OnnxModel } from "../onnx/model.ts";
import { quantizeChannels, quantizeRows } from "./quantize.ts";

/** Matrices with a smaller side stay in float32: a classifier's last layer decides, and costs nothing. */
const smallestSide = 16;

/**
 * Dynamic quantisation: weights of matrix products become integers of 7 bits per output channel, their inputs
 * are quantised to 8 as they come; rows of embedding tables become 8-bit integers per row. The nodes are
 * those that ONNX Runtime fuses into one (`DynamicQuantizeLinear`, `MatMulInteger`, `Cast`, `Mul`, `Add`).
 */
export function quantizeWeights(model: OnnxModel): OnnxModel {
  const quantizer = new Quantizer(model);
  const nodes = model.graph.nodes.flatMap((node) => quantizer.replace(node));
  const used = new Set(nodes.flatMap((node) => node.inputs));
  const initializers = [...model.graph.initializers, ...quantizer.added].filter(({ name }) =>
    used.has(name),
  );
  return { ...model, graph: { ...model.graph, nodes, initializers } };
}

class Quantizer {
  readonly added: ModelTensor[] = [];
  readonly #weights: ReadonlyMap<string, ModelTensor>;
  /** Inputs that are quantised already, by name. */
  readonly #inputs = new Map<string, readonly string[]>();
  /** Weights that are quantised already, by name and layout. */
  readonly #known = new Set<string>();

  constructor({ graph }: OnnxModel) {
    this.#weights = new Map(graph.initializers.map((tensor) => [tensor.name, tensor]));
  }

  replace(node: ModelNode): ModelNode[] {
    const { opType, inputs, attributes } = node;
    const isProduct = opType === "MatMul" || (opType === "Gemm" && isLinear(attributes));
    if (isProduct) {
      const weight = this.#matrix(inputs[1]);
      return weight === undefined ? [node] : this.#product(node, weight);
    }
    if (opType === "Gather" && intOf(attributes, "axis", 0) === 0) {
      const table = this.#matrix(inputs[0]);
      return table === undefined ? [node] : this.#lookup(node, table);
    }
    return [node];
  }

  #matrix(name: string): ModelTensor | undefined {
    const tensor = this.#weights.get(name);
    const isLarge = tensor?.dims.every((size) => size >= smallestSide) ?? false;
    return tensor?.type === "float32" && tensor.dims.length === 2 && isLarge ? tensor : undefined;
  }

  #product(node: ModelNode, weight: ModelTensor): ModelNode[] {
    const [x, , bias = ""] = node.inputs;
    const isTransposed = intOf(node.attributes, "transB", 0) === 1;
    const [a, b] = weight.dims;
    const [k, n] = isTransposed ? [b, a] : [a, b];
    const stem = `${weight.name}_${isTransposed ? "rows" : "columns"}`;
    if (!this.#known.has(stem)) {
      this.#known.add(stem);
      const { integers, scales } = quantizeChannels(floatsOf(weight.bytes), k, n, isTransposed);
      this.#add(`${stem}_int8`, "int8", [k, n], integers);
      this.#add(`${stem}_scale`, "float32", [n], scales);
      this.#add(`${stem}_zero`, "int8", [n], new Int8Array(n));
    }
    const nodes: ModelNode[] = [];
    const [integers, scale, zero] = this.#quantizedInput(x, nodes);
    const at = (part: string): string => `${node.name}_${part}`;
    const [y] = node.outputs;
    const scaled = bias === "" ? y : at("scaled");
    nodes.push(
      plain("MatMulInteger", [integers, `${stem}_int8`, zero, `${stem}_zero`], [at("int32")]),
      cast(at("int32"), at("float")),
      plain("Mul", [scale, `${stem}_scale`], [at("scale")]),
      plain("Mul", [at("float"), at("scale")], [scaled]),
    );
    if (bias !== "") nodes.push(plain("Add", [scaled, bias], [y]));
    return nodes;
  }

  /** Rows of 8-bit integers times the rows' scales. */
  #lookup(node: ModelNode, table: ModelTensor): ModelNode[] {
    const [rows, columns] = table.dims;
    const stem = `${table.name}_table`;
    if (!this.#known.has(stem)) {
      this.#known.add(stem);
      const { integers, scales } = quantizeRows(floatsOf(table.bytes), rows, columns);
      this.#add(`${stem}_int8`, "int8", [rows, columns], integers);
      this.#add(`${stem}_scale`, "float32", [rows, 1], scales);
    }
    const ids = node.inputs[1];
    const at = (part: string): string => `${node.name}_${part}`;
    const gather = (from: string, to: string): ModelNode => ({
      ...plain("Gather", [from, ids], [to]),
      attributes: node.attributes,
    });
    return [
      gather(`${stem}_int8`, at("int8")),
      gather(`${stem}_scale`, at("scale")),
      cast(at("int8"), at("float")),
      plain("Mul", [at("float"), at("scale")], node.outputs),
    ];
  }

  #quantizedInput(x: string, nodes: ModelNode[]): readonly string[] {
    const known = this.#inputs.get(x);
    if (known !== undefined) return known;
    const outputs = ["uint8", "scale", "zero"].map((part) => `${x}_${part}`);
    nodes.push(plain("DynamicQuantizeLinear", [x], outputs));
    this.#inputs.set(x, outputs);
    return outputs;
  }

  #add<T extends ElementType>(name: string, type: T, dims: number[], data: ArrayOf[T]): void {
    this.added.push({ name, type, dims, bytes: bytesOf(data) });
  }
}

/** `x W^T + b` with nothing else. */
function isLinear(attributes: ModelNode["attributes"]): boolean {
  const { alpha, beta } = attributes;
  const isOne = (value: Attribute | undefined): boolean => value === undefined || value.value === 1;
  return intOf(attributes, "transA", 0) === 0 && isOne(alpha) && isOne(beta);
}

function intOf(attributes: ModelNode["attributes"], name: string, otherwise: number): number {
  const attribute = attributes[name];
  return attribute?.kind === "int" ? Number(attribute.value) : otherwise;
}

function plain(opType: string, inputs: readonly string[], outputs: readonly string[]): ModelNode {
  return { opType, domain: "", name: outputs[0], inputs, outputs, attributes: {} };
}

function cast(from: string, to: string): ModelNode {
  const attributes = { to: { kind: "int", value: elementTypeCode("float32") } } as const;
  return { ...plain("Cast", [from], [to]), attributes };
}
