import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UnusableModel } from "./unusable-model.ts";
import { z } from "zod";

/** What of config.json is needed to serve. */
const configSchema = z.object({
  id2label: z.record(z.string().regex(/^\d+$/), z.string().min(1)),
  max_position_embeddings: z.number().int().positive().default(512),
  pad_token_id: z.number().int().nonnegative().nullish(),
});
const tokenizerConfigSchema = z.looseObject({ model_max_length: z.number().optional() });

/** A text model's folder, read and checked, without its weights. */
export interface ModelFolder {
  labels: string[];
  /** The most tokens of a text, those that open and close it included. */
  longest: number;
  pad: number;
  tokenizer: object;
  tokenizerConfig: object;
}

/** Reads a folder as phase 4 writes it. Throws `UnusableModel` that names the file and what it lacks. */
export async function readModelFolder(folder: string): Promise<ModelFolder> {
  const config = await readJson(join(folder, "config.json"), configSchema);
  const tokenizer = await readJson(join(folder, "tokenizer.json"), z.looseObject({}));
  const tokenizerConfig = await readJson(
    join(folder, "tokenizer_config.json"),
    tokenizerConfigSchema,
  );
  const count = Object.keys(config.id2label).length;
  const labels = Array.from({ length: count }, (_, id) => config.id2label[id]);
  if (count < 2 || labels.includes(undefined!)) {
    throw new UnusableModel(`${folder}: id2label should name classes 0, 1, ... without a gap`);
  }
  // Tokenizers without a limit say so with a number of thirty digits.
  const { model_max_length = Infinity } = tokenizerConfig;
  return {
    labels,
    longest: Math.min(config.max_position_embeddings, model_max_length),
    pad: config.pad_token_id ?? 0,
    tokenizer,
    tokenizerConfig,
  };
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UnusableModel(`${path} cannot be read (${error.code})`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UnusableModel(`${path} is no JSON`);
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [{ path: where, message }] = result.error.issues;
  throw new UnusableModel(`${path}: ${where.join(".")}: ${message}`);
}
