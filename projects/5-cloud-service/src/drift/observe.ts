import type { LabelledText } from "../data/labelled-text.ts";
import type { Precision } from "../model/precision.ts";
import { loadTextModel } from "../model/text-model.ts";
import { textTensor } from "../service/text-tensor.ts";
import { observationsOf, type Observation } from "./observation.ts";

const BATCH = 32;

/** What a model's folder makes of texts. */
export async function observe(
  folder: string,
  examples: readonly Pick<LabelledText, "text">[],
  precision: Precision,
): Promise<Observation[]> {
  const own = { name: "observed", version: "0", maxBatchSize: BATCH };
  const model = await loadTextModel({ folder, precision, ...own });
  try {
    const observations: Observation[] = [];
    for (let at = 0; at < examples.length; at += BATCH) {
      const texts = examples.slice(at, at + BATCH).map(({ text }) => text);
      observations.push(...observationsOf(await model.predict(textTensor(texts))));
    }
    return observations;
  } finally {
    await model.close?.();
  }
}
