import { readSafetensors, toFloat32, writeSafetensors } from "@ml-roadmap/safetensors";
import type { Trainer, TrainerState } from "./trainer.ts";

// In the file: `weights.NAME`, `moments.0.NAME` (and `.1.`), and the numbers as JSON under `state` in the metadata.

type Numbers = Pick<TrainerState, "step" | "updates" | "random">;

export type SavedState = {
  readonly state: TrainerState;
  /** What the writer added. */
  readonly metadata: Readonly<Record<string, string>>;
};

/**
 * Writes all that training needs to go on to a safetensors file, atomically. `metadata` is for what the trainer
 * does not know: the epoch, the position in the data.
 */
export async function saveState(
  path: string,
  trainer: Trainer,
  metadata: Readonly<Record<string, string>> = {},
): Promise<void> {
  if (Object.hasOwn(metadata, "state")) {
    throw new RangeError("saveState: the metadata's name state is taken, choose another");
  }
  const { weights, moments, step, updates, random } = await trainer.state();
  const shapes = new Map(trainer.parameters.map(({ name, shape }) => [name, shape]));
  const tensor = (name: string, data: Float32Array) =>
    ({ dtype: "F32", shape: shapes.get(name) ?? [data.length], data }) as const;
  const tensors = [
    ...Object.entries(weights).map(([name, data]) => [`weights.${name}`, tensor(name, data)]),
    ...Object.entries(moments).flatMap(([name, all]) =>
      all.map((data, i) => [`moments.${i}.${name}`, tensor(name, data)]),
    ),
  ];
  const state = JSON.stringify({ step, updates, random } satisfies Numbers);
  await writeSafetensors(path, Object.fromEntries(tensors), { metadata: { ...metadata, state } });
}

/** Reads what `saveState` wrote, for `restore`. Throws when the file is something else. */
export async function loadState(path: string): Promise<SavedState> {
  const { tensors, metadata } = await readSafetensors(path);
  const { state, ...rest } = metadata;
  if (state === undefined) {
    throw new RangeError(`loadState: ${path} holds no state of a trainer, write one by saveState`);
  }
  const { step, updates, random } = numbersIn(path, state);
  const weights: Record<string, Float32Array> = {};
  const moments: Record<string, Float32Array[]> = {};
  for (const name of Object.keys(updates)) moments[name] = [];
  for (const [key, tensor] of Object.entries(tensors)) {
    const [, kind, name] = /^(weights|moments\.\d+)\.(.+)$/s.exec(key) ?? [];
    if (kind === undefined) throw new RangeError(`loadState: ${path}: unknown tensor ${key}`);
    if (kind === "weights") weights[name] = toFloat32(tensor);
    else (moments[name] ??= [])[Number(kind.slice("moments.".length))] = toFloat32(tensor);
  }
  return { state: { step, updates, random, weights, moments }, metadata: rest };
}

function numbersIn(path: string, text: string): Numbers {
  try {
    const { step, updates, random }: Numbers = JSON.parse(text);
    if (Number.isSafeInteger(step) && Object.keys(updates) && Array.isArray(random)) {
      return { step, updates, random };
    }
  } catch {
    // The same as JSON that says something else.
  }
  throw new RangeError(`loadState: ${path}: the state in its metadata is damaged`);
}
