import type { Trainer, TrainerState } from "@ml-roadmap/onnx-grad";
import { readSafetensors, writeSafetensors, type Tensor } from "@ml-roadmap/safetensors";

/** A checkpoint that does not belong to this model or these options. */
export class CheckpointError extends Error {
  override name = "CheckpointError";
}

/**
 * Writes all that a training needs to go on as if it had never stopped: weights, moments, counters and
 * random states, and the options it belongs to. The file appears whole or not at all.
 */
export async function saveCheckpoint(
  path: string,
  trainer: Trainer,
  options: unknown,
): Promise<void> {
  const { weights, moments, ...counters } = await trainer.state();
  const shapes = new Map(trainer.parameters.map(({ name, shape }) => [name, shape]));
  const tensors: Record<string, Tensor> = {};
  const put = (key: string, name: string, data: Float32Array): void => {
    tensors[`${key}/${name}`] = { dtype: "F32", shape: shapes.get(name) ?? [data.length], data };
  };
  for (const [name, data] of Object.entries(weights)) put("weights", name, data);
  for (const [name, arrays] of Object.entries(moments)) {
    for (const [i, data] of arrays.entries()) put(`moment${i}`, name, data);
  }
  const metadata = { counters: JSON.stringify(counters), options: JSON.stringify(options) };
  await writeSafetensors(path, tensors, { metadata });
}

/**
 * Puts a saved state back into a trainer of the same model.
 * Throws when the checkpoint was made with other options or of another model; the trainer is as it was then.
 */
export async function loadCheckpoint(
  path: string,
  trainer: Trainer,
  options: unknown,
): Promise<void> {
  const { tensors, metadata } = await readSafetensors(path);
  const expected = JSON.stringify(options);
  if (metadata["options"] !== expected) {
    throw new CheckpointError(
      `${path}: made with other options, expected ${expected}, found ${metadata["options"] ?? "none"}. ` +
        "Resume with the options it was started with, or start anew in another folder.",
    );
  }
  const weights: Record<string, Float32Array> = {};
  const moments: Record<string, Float32Array[]> = {};
  for (const [key, tensor] of Object.entries(tensors)) {
    if (tensor.dtype !== "F32") throw new CheckpointError(`${path}: ${key} is ${tensor.dtype}`);
    const name = key.slice(key.indexOf("/") + 1);
    const moment = /^moment(\d)\//.exec(key);
    if (moment) (moments[name] ??= [])[Number(moment[1])] = tensor.data;
    else weights[name] = tensor.data;
  }
  checkShapes(path, trainer, weights);
  const counters: Omit<TrainerState, "weights" | "moments"> = JSON.parse(
    metadata["counters"] ?? "{}",
  );
  await trainer.restore({ ...counters, weights, moments });
}

function checkShapes(
  path: string,
  trainer: Trainer,
  weights: Readonly<Record<string, Float32Array>>,
): void {
  for (const { name, shape, isTrained } of trainer.parameters) {
    const count = shape.reduce((product, size) => product * size, 1);
    if (!isTrained || weights[name]?.length === count) continue;
    throw new CheckpointError(
      `${path}: the checkpoint is of another model: expected ${name} of shape [${shape.join(", ")}], ` +
        `found ${weights[name] ? `${weights[name].length} numbers` : "none"}`,
    );
  }
}
