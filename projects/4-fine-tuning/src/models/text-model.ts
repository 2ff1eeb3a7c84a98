import * as og from "@ml-roadmap/onnx-grad";
import type { Built, Graph, Value } from "@ml-roadmap/onnx-grad";
import { outputCount, type Task } from "../data/example.ts";
import { encoder, type EncoderOptions } from "./encoder.ts";
import type { EncoderConfig } from "./encoder-config.ts";
import { dense } from "./layers.ts";
import { tensorNames } from "./tensor-names.ts";

// B texts, K outputs.

/** Dropout between the encoder and the classifier, where the encoder's configuration says nothing else. */
export interface TextModelOptions extends EncoderOptions {
  readonly headDropout?: number;
}

/**
 * An encoder with a head for a task. Besides the encoder's inputs it takes `labels`: int64 `(batch)` for
 * classes, float32 `(batch, K)` for several labels and for regression. Output: `logits`, `(batch, K)`.
 */
export function textModel(
  graph: Graph,
  config: EncoderConfig,
  task: Task,
  { headDropout = config.dropout, ...options }: TextModelOptions = {},
): Built {
  const { tokens, mask } = encoder(graph, config, options);
  const text = config.pooling === "mean" ? meanOfTokens(tokens, mask) : og.select(tokens, 1, 0);
  const first = dense(
    graph,
    tensorNames(config.family).pooler,
    text,
    config.hidden,
    config.initializerRange,
  );
  const pooled = config.family === "bert" ? og.tanh(first) : og.relu(first);
  const count = outputCount(task);
  const logits = dense(
    graph,
    "classifier",
    og.dropout(pooled, headDropout),
    count,
    config.initializerRange,
  );
  return { loss: lossOf(graph, logits, task), outputs: { logits } };
}

/** The mean over each text's tokens, padding apart: tokens `(B, S, H)`, mask int64 `(B, S)`; the result is `(B, H)`. */
export function meanOfTokens(tokens: Value, mask: Value): Value {
  const counts = og.expandDims(og.cast(mask, "float32"), 2);
  const sum = og.sum(og.multiply(tokens, counts), { axis: 1 });
  return og.divide(sum, og.sum(counts, { axis: 1 }));
}

function lossOf(graph: Graph, logits: Value, task: Task): Value {
  if (task.kind === "classes") {
    return og.crossEntropy(logits, graph.input("labels", ["batch"], "int64"));
  }
  const labels = graph.input("labels", ["batch", outputCount(task)]);
  return task.kind === "regression"
    ? og.meanSquaredError(logits, labels)
    : og.binaryCrossEntropy(logits, labels);
}
