import { readFile } from "node:fs/promises";
import { z } from "zod";
import { layerSpec } from "../network/layer-spec.ts";
import { issueText } from "../protocol/issue-text.ts";
import { ModelError } from "./model-error.ts";

/** What `model.json` says of the weights in `model.safetensors` beside it. */
const modelCard = z.object({
  name: z.string().regex(/^[\w.-]{1,100}$/),
  version: z.string().regex(/^[\w.-]{1,100}$/),
  architecture: z.array(layerSpec).min(1),
  /** The network takes `(pixel / 255 - mean) / deviation` of an image of this shape. */
  input: z.object({
    shape: z.array(z.number().int().positive()).length(2),
    mean: z.number(),
    deviation: z.number().positive(),
  }),
  labels: z.array(z.string()).min(1),
  metrics: z.record(z.string(), z.number()).default({}),
  data: z.object({ description: z.string(), sha256: z.string() }).optional(),
  sha256: z.string().regex(/^[\da-fA-F]{64}$/),
});

export type ModelCard = z.infer<typeof modelCard>;

/** Reads and checks a model card. Throws `ModelError`. */
export async function readCard(path: string): Promise<ModelCard> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new ModelError(
      `${path} cannot be read (${error.code}): name a folder with model.json and model.safetensors`,
    );
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ModelError(`${path} is no JSON`);
  }
  const result = modelCard.safeParse(json);
  if (!result.success) throw new ModelError(`${path}: ${issueText(result.error)}`);
  return result.data;
}
