import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";
import { bertEncoder, dense, norm } from "./bert.ts";
import type { EncoderConfig } from "./bert.ts";

// B batch, S sequence, H hidden size, M masked words of the batch, V vocabulary.

/**
 * BERT in pretraining: it names the words that were masked. `masked_positions` `(M)` are their places counted through
 * the whole batch (`b * S + s`), `labels` `(M)` the words. The head runs on these alone; its last matrix is the
 * table of the embeddings, which so gets two gradients: that of the rows that were looked up, and this one.
 */
export function maskedBert(
  graph: Graph,
  config: EncoderConfig,
): { loss: Value; outputs: { logits: Value } } {
  const { hidden, vocabulary } = config;
  const { x, words } = bertEncoder(graph, config);
  const positions = graph.input("masked_positions", ["masked"], "int64");
  const labels = graph.input("labels", ["masked"], "int64");
  const masked = og.gather(og.reshape(x, [-1, hidden]), positions);
  const wide = og.gelu(dense(graph, "cls.predictions.transform.dense", masked, hidden));
  const transformed = norm(graph, "cls.predictions.transform.LayerNorm", wide);
  const bias = graph.parameter("cls.predictions.bias", [vocabulary], og.zeros);
  const logits = og.linear(transformed, words, bias);
  return { loss: og.crossEntropy(logits, labels), outputs: { logits } };
}
