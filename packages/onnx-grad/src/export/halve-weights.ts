import { float32ToFloat16 } from "@ml-roadmap/safetensors";
import { bytesOf, elementTypeCode, floatsOf } from "../onnx/element-type.ts";
import type { ModelNode, ModelTensor, OnnxModel } from "../onnx/model.ts";

/** Smaller tensors are kept: they save nothing and hold the numbers that matter most (scales, constants). */
const smallest = 1024;

/**
 * Stores float32 weights as float16, each with a cast back, which the runtime does once when it loads the model.
 * Throws when a weight is too large for float16 (65,504).
 */
export function halveWeights(model: OnnxModel): OnnxModel {
  const casts: ModelNode[] = [];
  const initializers = model.graph.initializers.map((tensor): ModelTensor => {
    if (tensor.type !== "float32" || tensor.bytes.length < smallest * 4) return tensor;
    const name = `${tensor.name}_float16`;
    casts.push({
      opType: "Cast",
      domain: "",
      name,
      inputs: [name],
      outputs: [tensor.name],
      attributes: { to: { kind: "int", value: elementTypeCode("float32") } },
    });
    return { ...tensor, name, type: "float16", bytes: bytesOf(halved(tensor)) };
  });
  const nodes = [...casts, ...model.graph.nodes];
  return { ...model, graph: { ...model.graph, nodes, initializers } };
}

function halved({ name, bytes }: ModelTensor): Uint16Array {
  const halves = float32ToFloat16(floatsOf(bytes));
  const infinity = halves.findIndex((bits) => (bits & 0x7fff) >= 0x7c00);
  if (infinity >= 0) {
    throw new RangeError(`halveWeights: element ${infinity} of ${name} does not fit into float16`);
  }
  return halves;
}
