import { SafetensorsError } from "./error.ts";
import { openSafetensors, writeAtomic, writeSafetensors } from "./file.ts";
import type { OpenSafetensors } from "./file.ts";
import type { SerializeOptions } from "./serialize.ts";
import { isObject, parseStrictJson } from "./strict-json.ts";
import { checkTensor } from "./tensor.ts";
import type { Tensor, Tensors } from "./tensor.ts";

/** The contents of a `model.safetensors.index.json`: which file of the folder holds each tensor. */
export type ShardIndex = {
  readonly totalSize: number;
  readonly weightMap: ReadonlyMap<string, string>;
};

/** Parses an index; throws `SafetensorsError` when it is malformed or names a file outside its folder. */
export function parseShardIndex(json: string): ShardIndex {
  const root = parseStrictJson(json.trim());
  const metadata = isObject(root) ? root.get("metadata") : undefined;
  const weightMap = isObject(root) ? root.get("weight_map") : undefined;
  if (!isObject(weightMap)) throw new SafetensorsError("index: expected a weight_map");
  const files = new Map<string, string>();
  for (const [name, file] of weightMap) {
    if (typeof file !== "string" || !/^[\w.-]+\.safetensors$/.test(file)) {
      throw new SafetensorsError(
        `index: tensor ${JSON.stringify(name)}: expected a .safetensors file of the same folder, found ${JSON.stringify(file)}`,
      );
    }
    files.set(name, file);
  }
  const total = isObject(metadata) ? metadata.get("total_size") : undefined;
  return { totalSize: typeof total === "number" ? total : 0, weightMap: files };
}

/**
 * Reads every tensor of a sharded model, given the path of its index file.
 * Throws `SafetensorsError` when a shard lacks a tensor that the index puts into it.
 */
export async function readSharded(indexPath: string): Promise<Tensors> {
  const { readFile } = await import("node:fs/promises");
  const path = await import("node:path");
  const { weightMap } = parseShardIndex(await readFile(indexPath, "utf8"));
  const tensors: Record<string, Tensor> = Object.create(null);
  const open = new Map<string, OpenSafetensors>();
  try {
    for (const [name, file] of weightMap) {
      const shard =
        open.get(file) ?? (await openSafetensors(path.join(path.dirname(indexPath), file)));
      open.set(file, shard);
      tensors[name] = await shard.read(name);
    }
  } finally {
    for (const shard of open.values()) await shard.close();
  }
  return tensors;
}

export type ShardOptions = SerializeOptions & {
  /** Bytes of tensors a shard may hold (default 5 GB); a tensor larger than it has a shard of its own. */
  readonly maxShardBytes?: number;
};

/**
 * Writes `tensors` to `folder` as `model-00001-of-0000N.safetensors` and so on, then
 * `model.safetensors.index.json`, whose path it returns. The index is written last, and that of an earlier model
 * removed first, so a reader that finds one finds all, and all of one model.
 */
export async function writeSharded(
  folder: string,
  tensors: Tensors,
  { maxShardBytes = 5e9, ...options }: ShardOptions = {},
): Promise<string> {
  const { default: paths } = await import("node:path");
  const { rm } = await import("node:fs/promises");
  const shards = splitByBytes(tensors, maxShardBytes);
  const path = paths.join(folder, "model.safetensors.index.json");
  await rm(path, { force: true });
  const weightMap: Record<string, string> = {};
  let totalSize = 0;
  for (const [position, shard] of shards.entries()) {
    const file = shardName(position + 1, shards.length);
    await writeSafetensors(paths.join(folder, file), shard, options);
    for (const [name, tensor] of Object.entries(shard)) {
      weightMap[name] = file;
      totalSize += tensor.data.byteLength;
    }
  }
  const index = { metadata: { total_size: totalSize }, weight_map: weightMap };
  await writeAtomic(path, [new TextEncoder().encode(`${JSON.stringify(index, null, 2)}\n`)]);
  return path;
}

function shardName(number: number, of: number): string {
  const [five, total] = [number, of].map((count) => String(count).padStart(5, "0"));
  return `model-${five}-of-${total}.safetensors`;
}

function splitByBytes(tensors: Tensors, limit: number): Record<string, Tensor>[] {
  const shards: Record<string, Tensor>[] = [{}];
  let size = 0;
  for (const [name, tensor] of Object.entries(tensors)) {
    const bytes = checkTensor(name, tensor);
    if (size > 0 && size + bytes > limit) {
      shards.push({});
      size = 0;
    }
    shards[shards.length - 1][name] = tensor;
    size += bytes;
  }
  return shards;
}
