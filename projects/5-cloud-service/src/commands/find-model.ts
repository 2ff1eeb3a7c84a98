import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { modelCache } from "../model/model-cache.ts";
import { describeFolder } from "../registry/model-folder.ts";
import { openRegistry, resolveVersion, type RegistryOptions } from "./registry.ts";

/** A model on this machine, with the digest that stands for all of its files. */
export interface FoundModel {
  folder: string;
  name: string;
  version: string;
  digest: string;
}

/** A folder as it is, or `name` or `name:version` of the registry, fetched and checked. */
export async function findModel(text: string, options: RegistryOptions): Promise<FoundModel> {
  if (existsSync(text)) {
    const files = JSON.stringify(await describeFolder(text));
    const digest = createHash("sha256").update(files).digest("hex");
    return { folder: text, name: basename(text).toLowerCase(), version: "0", digest };
  }
  const registry = await openRegistry(options);
  const { name, version } = await resolveVersion(registry, text);
  const { folder, digest } = await registry.fetch(name, version, modelCache());
  return { folder, name, version, digest };
}
