import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { HubError } from "./hub-error.ts";

export const weightFile = "model.safetensors";
/** Of a model whose weights are in several files. */
export const indexFile = "model.safetensors.index.json";

const index = z.looseObject({ weight_map: z.record(z.string(), z.string()) });

/** The files that a folder's index of weights names, sorted. Throws HubError for an index that names anything but safetensors files beside it. */
export async function shardsOf(folder: string): Promise<string[]> {
  const path = join(folder, indexFile);
  const text = await readFile(path, "utf8");
  let shards: string[];
  try {
    shards = [...new Set(Object.values(index.parse(JSON.parse(text)).weight_map))].toSorted();
  } catch (error) {
    throw new HubError(`${path}: expected JSON with a "weight_map" of file names`, {
      cause: error,
    });
  }
  const bad = shards.find((name) => !/^[\w-][\w.-]*\.safetensors$/.test(name));
  if (bad !== undefined)
    throw new HubError(`${path}: expected names of .safetensors files beside it, found "${bad}"`);
  return shards;
}
