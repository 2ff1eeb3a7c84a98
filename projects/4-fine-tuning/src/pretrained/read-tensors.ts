import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSafetensors, readSharded, toFloat32 } from "@ml-roadmap/safetensors";

export interface FloatTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** All tensors of a checkpoint folder as float32: of `model.safetensors`, or of the shards that its index names. */
export async function readTensors(folder: string): Promise<Map<string, FloatTensor>> {
  const single = join(folder, "model.safetensors");
  const index = `${single}.index.json`;
  if (!existsSync(single) && !existsSync(index)) {
    throw new Error(
      `${folder}: expected model.safetensors or model.safetensors.index.json, found neither; ` +
        "a checkpoint that has only pytorch_model.bin must be saved as safetensors first",
    );
  }
  const tensors = existsSync(single)
    ? (await readSafetensors(single)).tensors
    : await readSharded(index);
  return new Map(
    Object.entries(tensors)
      // Some old checkpoints keep the numbers 0 to 511 as a tensor.
      .filter(([name]) => !name.endsWith("position_ids"))
      .map(([name, tensor]) => [name, { shape: tensor.shape, data: toFloat32(tensor) }]),
  );
}
