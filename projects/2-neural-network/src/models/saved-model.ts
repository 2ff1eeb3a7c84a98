import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { fromTyped } from "@ml-roadmap/ndarray";
import { readSafetensors, writeSafetensors, type Tensor } from "@ml-roadmap/safetensors";
import { CLASSES, SIDE } from "../data/dataset.ts";
import { PIXEL_DEVIATION, PIXEL_MEAN } from "../data/scale.ts";
import type { Sequential } from "../network.ts";
import { build, type LayerSpec } from "./architecture.ts";

/** What `model.json` says of the weights in `model.safetensors` beside it. */
export interface ModelCard {
  name: string;
  version: string;
  architecture: LayerSpec[];
  /** The network takes `(pixel / 255 - mean) / deviation` of an image of this shape. */
  input: { shape: number[]; mean: number; deviation: number };
  labels: string[];
  metrics: Record<string, number>;
  data: { description: string; sha256: string };
  seed: number;
  gitCommit: string | null;
  /** Of model.safetensors. */
  sha256: string;
}

/** A model folder that cannot be used, and why. */
export class ModelError extends Error {
  override name = "ModelError";
}

const WEIGHTS = "model.safetensors";
const CARD = "model.json";

/** What only the training knows of a model. */
export type Provenance = Pick<
  ModelCard,
  "name" | "version" | "architecture" | "metrics" | "data" | "seed" | "gitCommit"
>;

/** Writes `model.safetensors` and `model.json`; the card last, so that a folder with one is complete. */
export async function saveModel(
  folder: string,
  network: Sequential,
  provenance: Provenance,
): Promise<void> {
  const tensors: Record<string, Tensor> = {};
  const named = [
    ...network.parameters.map(({ name, value }) => [name, value] as const),
    ...Object.entries(network.buffers),
  ];
  for (const [name, value] of named) {
    tensors[name] = { dtype: "F32", shape: value.shape, data: value.toTyped("float32") };
  }
  const weights = join(folder, WEIGHTS);
  await writeSafetensors(weights, tensors);
  const card: ModelCard = {
    ...provenance,
    input: { shape: [SIDE, SIDE], mean: PIXEL_MEAN, deviation: PIXEL_DEVIATION },
    labels: Array.from({ length: CLASSES }, (_, digit) => String(digit)),
    sha256: await sha256(weights),
  };
  await writeFileAtomic(join(folder, CARD), `${JSON.stringify(card, null, 2)}\n`);
}

/**
 * Reads a model folder back.
 *
 * @throws ModelError when the card is none, or the weights are not those that the card describes
 */
export async function loadModel(folder: string): Promise<{ network: Sequential; card: ModelCard }> {
  const card = await readCard(join(folder, CARD));
  const path = join(folder, WEIGHTS);
  const found = await sha256(path);
  if (found !== card.sha256) {
    throw new ModelError(`${path}: expected sha256 ${card.sha256}, found ${found}: it was altered`);
  }
  const { tensors } = await readSafetensors(path);
  const network = build(card.architecture);
  const put = (name: string, shape: readonly number[]) => {
    const tensor = tensors[name];
    if (tensor?.dtype !== "F32" || tensor.shape.join() !== shape.join()) {
      throw new ModelError(`${path}: ${name} is missing or not float32 of (${shape.join(", ")})`);
    }
    return fromTyped(tensor.data, [...shape]);
  };
  for (const parameter of network.parameters) {
    parameter.value = put(parameter.name, parameter.value.shape);
  }
  for (const [name, buffer] of Object.entries(network.buffers)) buffer.set(put(name, buffer.shape));
  return { network, card };
}

async function readCard(path: string): Promise<ModelCard> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new ModelError(`${path} is not there: train a model first, or name its folder`);
  });
  try {
    // Written by saveModel; what it says of the weights is checked against them.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const card = JSON.parse(text) as ModelCard;
    if (Array.isArray(card.architecture) && typeof card.sha256 === "string") return card;
  } catch {
    // Said below.
  }
  throw new ModelError(`${path}: expected a model card with architecture and sha256`);
}

async function sha256(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}
