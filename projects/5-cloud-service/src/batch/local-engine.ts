import type { Model, Tensors } from "@ml-roadmap/model-server/worker";
import { OUTPUTS } from "../model/tensors.ts";
import { textTensor } from "../service/text-tensor.ts";
import type { Engine, Scored } from "./scored.ts";

/** Computes chunks in a model's own threads. */
export function localEngine(model: Model): Engine {
  return {
    ahead: 2 * (model.concurrency ?? 1),
    score: (_, texts) => scoreTexts(model, texts),
    async close() {
      await model.close?.();
    },
  };
}

/** Texts through a model, in batches that depend on nothing but the texts. */
export async function scoreTexts(model: Model, texts: readonly string[]): Promise<Scored[]> {
  const size = model.maxBatchSize;
  const results: Scored[] = [];
  for (let at = 0; at < texts.length; at += size) {
    const outputs = await model.predict(textTensor(texts.slice(at, at + size)));
    results.push(...read(outputs));
  }
  return results;
}

function read(outputs: Tensors): Scored[] {
  const labels = outputs.get(OUTPUTS.label)!.data;
  const { data, shape } = outputs.get(OUTPUTS.probabilities)!;
  const K = shape[1];
  return Array.from({ length: shape[0] }, (_, n) => {
    const row = Array.from({ length: K }, (_, k) => Number(data[n * K + k]));
    return { label: String(labels[n]), score: Math.round(Math.max(...row) * 1e6) / 1e6 };
  });
}
