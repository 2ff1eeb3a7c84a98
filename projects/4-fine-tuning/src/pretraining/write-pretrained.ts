import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import type { Trainer } from "@ml-roadmap/onnx-grad";
import { float32ToFloat16, writeSafetensors, type Tensor } from "@ml-roadmap/safetensors";
import { copyTokenizer } from "../folder/save-model.ts";
import { formatEncoderConfig, type EncoderConfig } from "../models/encoder-config.ts";
import { lossCurve } from "./loss-curve.ts";
import { pretrainedCard, type CardFacts } from "./pretrained-card.ts";
import { wholeHistory, writeStages } from "./stages.ts";

export interface PretrainedFolder extends CardFacts {
  readonly config: EncoderConfig;
  /** Folder whose tokenizer files are copied. */
  readonly tokenizerFolder: string;
}

/**
 * Writes a pretrained model as a Hugging Face style folder, weights as float16, with its model card and loss curve.
 * Each file appears whole or not at all; the weights come last.
 */
export async function writePretrained(
  out: string,
  trainer: Trainer,
  { config, tokenizerFolder, ...facts }: PretrainedFolder,
): Promise<void> {
  const json = { architectures: ["BertForMaskedLM"], ...formatEncoderConfig(config) };
  await writeFileAtomic(join(out, "config.json"), `${JSON.stringify(json, null, 2)}\n`);
  await copyTokenizer(tokenizerFolder, out);
  await writeFileAtomic(join(out, "loss.svg"), `${lossCurve(wholeHistory(facts.stages))}\n`);
  await writeFileAtomic(join(out, "README.md"), pretrainedCard(facts));
  await writeStages(out, facts.stages);
  const weights = await trainer.weights();
  const tensors = trainer.parameters.map(({ name, shape }): [string, Tensor] => [
    name,
    { dtype: "F16", shape, data: float32ToFloat16(weights[name]) },
  ]);
  await writeSafetensors(join(out, "model.safetensors"), Object.fromEntries(tensors), {
    metadata: { format: "pt" },
  });
}
