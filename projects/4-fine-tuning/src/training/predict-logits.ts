import type { Trainer } from "@ml-roadmap/onnx-grad";
import { outputCount, type Task } from "../data/example.ts";
import type { Batch, TextBatches } from "./text-batches.ts";

// N examples, K outputs.

/** The model's outputs for all examples in their order, `(N, K)`. Texts of similar length are computed together. */
export async function predictLogits(
  predict: (batch: Batch) => ReturnType<Trainer["predict"]>,
  texts: TextBatches,
  task: Task,
  batchSize = 64,
): Promise<Float32Array> {
  const width = outputCount(task);
  const logits = new Float32Array(texts.examples.length * width);
  for (const indices of texts.byLength(batchSize)) {
    const { data } = (await predict(texts.inputs(indices)))["logits"];
    for (const [row, index] of indices.entries()) {
      for (let k = 0; k < width; k += 1) logits[index * width + k] = Number(data[row * width + k]);
    }
  }
  return logits;
}
