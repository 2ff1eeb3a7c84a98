import { loadState, saveState, type Trainer, type TrainerState } from "@ml-roadmap/onnx-grad";

/** A checkpoint that does not belong to this model, data or set of options. */
export class CheckpointError extends Error {
  override name = "CheckpointError";
}

/**
 * Writes all that a training needs to go on as if it had never stopped, the options it belongs to, and what the
 * training loop remembers. The file appears whole or not at all.
 */
export async function saveCheckpoint(
  path: string,
  trainer: Trainer,
  options: unknown,
  memory: unknown = null,
): Promise<void> {
  const metadata = { options: JSON.stringify(options), memory: JSON.stringify(memory) };
  await saveState(path, trainer, metadata);
}

export interface Checkpoint {
  readonly state: TrainerState;
  /** What the training loop remembered. */
  readonly memory: unknown;
}

/** Reads a checkpoint. Throws when it was made with other options. */
export async function readCheckpoint(path: string, options: unknown): Promise<Checkpoint> {
  const { state, metadata } = await loadState(path);
  const expected = JSON.stringify(options);
  if (metadata["options"] !== expected) {
    throw new CheckpointError(
      `${path}: made with other options, expected ${expected}, found ${metadata["options"] ?? "none"}. ` +
        "Resume with the options it was started with, or start anew in another folder.",
    );
  }
  return { state, memory: JSON.parse(metadata["memory"] ?? "null") };
}

/** Puts a saved state into a trainer. Throws when it is of another model; the trainer is as it was then. */
export async function restore(path: string, trainer: Trainer, state: TrainerState): Promise<void> {
  try {
    await trainer.restore(state);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CheckpointError(`${path}: the checkpoint is of another model: ${reason}`, {
      cause: error,
    });
  }
}
