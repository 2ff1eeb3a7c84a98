import * as og from "@ml-roadmap/onnx-grad";
import type { Built, Graph } from "@ml-roadmap/onnx-grad";
import { encoder } from "./encoder.ts";
import type { EncoderConfig } from "./encoder-config.ts";
import { dense, norm } from "./layers.ts";
import { tensorNames } from "./tensor-names.ts";

// B texts, S tokens, H hidden size, V vocabulary, M masked tokens of the whole batch.

/**
 * An encoder that guesses hidden tokens. Besides the encoder's inputs it takes `positions`, int64
 * `(masked)`, where the hidden tokens are when the batch's texts are laid one after another (`b S + s`),
 * and `targets`, int64 `(masked)`, what they are. Only there are words guessed: scores for all tokens
 * would cost as much as the encoder. The word embeddings serve as the last layer's weights too.
 */
export function maskedLanguageModel(graph: Graph, config: EncoderConfig): Built {
  const names = tensorNames(config.family).masked;
  const { tokens, words } = encoder(graph, config);
  const positions = graph.input("positions", ["masked"], "int64");
  const targets = graph.input("targets", ["masked"], "int64");
  const hidden = og.gather(og.reshape(tokens, [-1, config.hidden]), positions);
  const transformed = norm(
    graph,
    names.norm,
    og.gelu(dense(graph, names.dense, hidden, config.hidden, config.initializerRange)),
    config.epsilon,
  );
  const bias = graph.parameter(names.bias, [config.vocabulary], og.zeros);
  const logits = og.linear(transformed, words, bias);
  // Accuracy beside the loss, without fetching M x V scores.
  const hits = og.cast(og.equal(og.argmax(logits, -1), targets), "float32");
  return { loss: og.crossEntropy(logits, targets), outputs: { accuracy: og.mean(hits) } };
}
