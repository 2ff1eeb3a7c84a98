import { readSafetensors, toFloat32, writeSafetensors } from "@ml-roadmap/safetensors";
import type { Trainer } from "./trainer.ts";

/** Writes all parameters as float32 to a safetensors file, atomically. */
export async function saveWeights(
  path: string,
  trainer: Trainer,
  metadata: Readonly<Record<string, string>> = {},
): Promise<void> {
  const weights = await trainer.weights();
  const tensors = trainer.parameters.map(
    ({ name, shape }) => [name, { dtype: "F32", shape, data: weights[name] }] as const,
  );
  await writeSafetensors(path, Object.fromEntries(tensors), { metadata });
}

/** The tensors of a safetensors file as float32 by name, whatever type they have there. */
export async function loadWeights(path: string): Promise<Record<string, Float32Array>> {
  const { tensors } = await readSafetensors(path);
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [name, toFloat32(tensor)]),
  );
}
