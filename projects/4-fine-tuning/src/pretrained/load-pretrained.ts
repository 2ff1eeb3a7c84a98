import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { newGraph, type Build } from "@ml-roadmap/onnx-grad";
import { parseEncoderConfig, type EncoderConfig } from "../models/encoder-config.ts";
import { TextTokenizer } from "../tokenizer/text-tokenizer.ts";
import { canonicalName } from "./canonical-names.ts";
import { describeMismatch, matchTensors } from "./match-tensors.ts";
import { readTensors, type FloatTensor } from "./read-tensors.ts";

export interface Pretrained {
  readonly folder: string;
  readonly config: EncoderConfig;
  /** The whole `config.json`, which also says what a fine-tuned model's labels are called. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly tokenizer: TextTokenizer;
  /** By the names of `tensorNames`. */
  readonly tensors: ReadonlyMap<string, FloatTensor>;
}

/** Reads a Hugging Face style folder: `config.json`, `tokenizer.json` and the weights. */
export async function loadPretrained(folder: string): Promise<Pretrained> {
  const path = join(folder, "config.json");
  const json = await readJson(path);
  const config = parseEncoderConfig(json, path);
  const tokenizer = await TextTokenizer.load(folder);
  if (tokenizer.size > config.vocabulary) {
    throw new Error(
      `${folder}: the tokenizer has ${tokenizer.size} tokens, the model embeds only ${config.vocabulary}: they do not belong together`,
    );
  }
  const found = await readTensors(folder);
  const tensors = new Map(
    [...found].map(([name, tensor]) => [canonicalName(name, config.family), tensor]),
  );
  return { folder, config, json, tokenizer, tensors };
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path}: cannot be read (${error.code ?? error.message})`, { cause: error });
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path}: expected JSON; the file may be cut off or an error page`, {
      cause: error,
    });
  }
}

export interface FittingWeights {
  readonly weights: Record<string, Float32Array>;
  /** Parameters that start anew: the head of a new task. */
  readonly fresh: readonly string[];
  /** What the checkpoint has and the model does not use, such as the head of an earlier task. */
  readonly unused: readonly string[];
}

/** Parts that may start anew: the head, the pooler before it, and low-rank updates. */
const mayBeFresh = /^(classifier|pre_classifier|bert\.pooler)\.|\.lora_[AB]\./;

/**
 * The weights that `build` takes from a checkpoint. Throws, naming every tensor, when one of the encoder is
 * missing or has another shape; the head may be missing, or be of another size, and starts anew then.
 */
export function fittingWeights(
  build: Build,
  tensors: ReadonlyMap<string, FloatTensor>,
): FittingWeights {
  const graph = newGraph({ mode: "inference" });
  build(graph);
  const expected = new Map([...graph.parameters].map(([name, { shape }]) => [name, shape]));
  const mismatch = matchTensors(
    expected,
    new Map([...tensors].map(([name, { shape }]) => [name, shape])),
  );
  const badShapes = mismatch.misshapen.filter(({ name }) => !mayBeFresh.test(name));
  const badlyMissing = mismatch.missing.filter((name) => !mayBeFresh.test(name));
  if (badShapes.length > 0 || badlyMissing.length > 0) {
    const lines = describeMismatch({
      missing: badlyMissing,
      misshapen: badShapes,
      extra: mismatch.extra,
    });
    throw new Error(`the weights do not fit the model:\n${lines.join("\n")}`);
  }
  const misshapen = new Set(mismatch.misshapen.map(({ name }) => name));
  const weights: Record<string, Float32Array> = {};
  for (const name of expected.keys()) {
    const tensor = tensors.get(name);
    if (tensor !== undefined && !misshapen.has(name)) weights[name] = tensor.data;
  }
  return { weights, fresh: [...mismatch.missing, ...misshapen], unused: mismatch.extra };
}
