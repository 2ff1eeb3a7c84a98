import { fromTyped, type NDArray } from "@ml-roadmap/ndarray";
import {
  readSafetensors,
  requireTensor,
  SafetensorsError,
  writeSafetensors,
  type Tensor,
} from "@ml-roadmap/safetensors";
import type { Training } from "./training.ts";

/** A checkpoint that does not belong to this network, data or set of options. */
export class CheckpointError extends Error {
  override name = "CheckpointError";
}

/** Every array that training changes, under the name it is saved by. */
function arrays(training: Training): Map<string, NDArray> {
  const all = new Map<string, NDArray>();
  for (const [i, { name, value }] of training.network.parameters.entries()) {
    all.set(`weights/${name}`, value);
    for (const [key, state] of Object.entries(training.states[i])) all.set(`${key}/${name}`, state);
    if (training.averages.length > 0) all.set(`average/${name}`, training.averages[i]);
  }
  for (const [name, buffer] of Object.entries(training.network.buffers)) {
    all.set(`buffers/${name}`, buffer);
  }
  return all;
}

/** What has to be the same when a training goes on, as JSON has it (Infinity is null there). */
function settings({ options, images }: Training): Record<string, unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(JSON.stringify({ ...options, images })) as Record<string, unknown>;
}

/**
 * Writes everything that the training needs to go on as if it had never stopped. The file appears
 * whole or not at all. Random numbers need no saving: each step draws its own from the seed.
 *
 * @param notes what else is to be known when it goes on
 */
export async function saveCheckpoint(
  path: string,
  training: Training,
  notes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const tensors: Record<string, Tensor> = {};
  for (const [name, array] of arrays(training)) {
    tensors[name] = { dtype: "F32", shape: array.shape, data: array.toTyped("float32") };
  }
  const metadata = {
    ...notes,
    step: String(training.step),
    settings: JSON.stringify(settings(training)),
  };
  await writeSafetensors(path, tensors, { metadata });
}

/** The notes of a checkpoint, before there is a training to put it into. */
export async function checkpointNotes(path: string): Promise<Readonly<Record<string, string>>> {
  return (await readSafetensors(path)).metadata;
}

/**
 * Puts a saved state back into a training of the same network and options.
 *
 * @throws CheckpointError when the options, the number of training images, the parameters or their
 *   shapes differ
 */
export async function loadCheckpoint(path: string, training: Training): Promise<void> {
  const { tensors, metadata } = await readSafetensors(path);
  const [now, then] = [settings(training), JSON.parse(metadata["settings"] ?? "{}")];
  const differences = Object.keys(now)
    .map((name) => ({ name, asked: JSON.stringify(now[name]), saved: JSON.stringify(then[name]) }))
    .filter(({ asked, saved }) => asked !== saved)
    .map(({ name, asked, saved }) => `${name}: expected ${asked}, found ${saved}`);
  if (differences.length > 0) {
    throw new CheckpointError(
      `${path}: made with other options or data (${differences.join("; ")}). ` +
        "Resume with what it was started with, or start anew in another folder.",
    );
  }
  const expected = arrays(training);
  const found = new Map<string, NDArray>();
  for (const [name, array] of expected) {
    try {
      const { data, shape } = requireTensor(tensors, name, "F32", array.shape);
      found.set(name, fromTyped(data, [...shape]));
    } catch (error) {
      if (!(error instanceof SafetensorsError)) throw error;
      throw new CheckpointError(
        `${path}: the checkpoint is of another architecture: ${error.message}`,
      );
    }
  }
  for (const [name, array] of expected) array.set(found.get(name)!);
  training.step = Number(metadata["step"]);
}
