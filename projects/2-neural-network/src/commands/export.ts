import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { toOnnx } from "../export/onnx.ts";
import { loadModel, saveModel } from "../models/saved-model.ts";

/** Writes a trained model as `model.safetensors`, `model.json` and `model.onnx` into a folder. */
export async function exportModel(model: string, out: string): Promise<void> {
  const { network, card } = await loadModel(model);
  await mkdir(out, { recursive: true });
  const onnx = join(out, "model.onnx");
  await writeFileAtomic(onnx, toOnnx(network, card.architecture, card.name));
  await saveModel(out, network, card);
  console.log(`Wrote model.safetensors, model.json and model.onnx to ${out}.`);
}
