import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { writeSafetensors, type Tensor } from "@ml-roadmap/safetensors";
import { loraNames, type Lora } from "../models/lora.ts";

/**
 * Writes the low-rank updates apart from the model, in the PEFT library's form: `adapter_model.safetensors` and
 * `adapter_config.json`, some kilobytes that turn the base model into the tuned one.
 */
export async function saveAdapter(
  folder: string,
  weights: Readonly<Record<string, Float32Array>>,
  { rank, alpha, dropout, targets }: Lora,
  base: string,
): Promise<void> {
  const tensors: Record<string, Tensor> = {};
  for (const [name, data] of Object.entries(weights)) {
    if (!name.includes(".lora_")) continue;
    const isDown = name === loraNames(name.replace(/\.lora_[AB]\.weight$/, "")).down;
    const shape = isDown ? [rank, data.length / rank] : [data.length / rank, rank];
    tensors[`base_model.model.${name}`] = { dtype: "F32", shape, data };
  }
  await writeSafetensors(join(folder, "adapter_model.safetensors"), tensors, {
    metadata: { format: "pt" },
  });
  const config = {
    peft_type: "LORA",
    base_model_name_or_path: base,
    r: rank,
    lora_alpha: alpha,
    lora_dropout: dropout,
    target_modules: targets,
  };
  const json = `${JSON.stringify(config, null, 2)}\n`;
  await writeFileAtomic(join(folder, "adapter_config.json"), json);
}
