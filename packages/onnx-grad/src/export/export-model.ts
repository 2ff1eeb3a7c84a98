import { newGraph } from "../graph/new-graph.ts";
import { toModel } from "../graph/to-model.ts";
import type { OnnxModel } from "../onnx/model.ts";
import type { Build } from "../train/plan.ts";
import { foldTransposes } from "./fold-transposes.ts";
import { halveWeights } from "./halve-weights.ts";
import { mergeEqualNodes } from "./merge-equal-nodes.ts";
import { quantizeWeights } from "./quantize-weights.ts";

export type ExportOptions = {
  /** The model as it was trained; it is built again without dropout and loss. */
  readonly build: Build;
  readonly weights: Readonly<Record<string, Float32Array>>;
  /**
   * - `float32` (default);
   * - `float16`: weights of half the size, computed with in float32;
   * - `int8`: weights of a quarter of the size, per channel, products in 8-bit integers (dynamic quantisation).
   */
  readonly precision?: "float32" | "float16" | "int8";
  readonly metadata?: Readonly<Record<string, string>>;
};

/**
 * The model for inference, with standard ONNX operators (opset 20) only, in patterns that ONNX Runtime fuses.
 * Write it with `writeModel` or `encodeModel`. Throws when a parameter has no weights.
 */
export function exportModel(options: ExportOptions): OnnxModel {
  const { build, weights, precision = "float32", metadata } = options;
  const graph = newGraph({ mode: "inference", contrib: false });
  const { outputs = {} } = build(graph);
  const model = foldTransposes(mergeEqualNodes(toModel(graph, { outputs, weights, metadata })));
  const missing = model.graph.inputs.filter(({ name }) => graph.parameters.has(name));
  if (missing.length > 0) {
    throw new RangeError(
      `exportModel: no weights for ${missing.map(({ name }) => name).join(", ")}`,
    );
  }
  if (precision === "float16") return halveWeights(model);
  return precision === "int8" ? quantizeWeights(model) : model;
}
