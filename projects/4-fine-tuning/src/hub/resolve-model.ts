import { copyFile, mkdir, readFile, rm, stat, symlink } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { hubCacheFolder, repositoryCache, type RepositoryCache } from "./cache-folder.ts";
import { downloadBlob, type DownloadOptions } from "./download-blob.ts";
import { HubClient, type HubClientOptions } from "./hub-client.ts";
import { HubError } from "./hub-error.ts";
import { parseReference, type ModelReference } from "./model-reference.ts";
import { indexFile, shardsOf, weightFile } from "./weight-files.ts";

export interface ResolveOptions extends HubClientOptions, DownloadOptions {
  /** Use what is in the cache and ask nobody; default: whether `HF_HUB_OFFLINE` is set. */
  readonly offline?: boolean;
  /** Default: where other tools keep their models, see `hubCacheFolder`. */
  readonly cacheFolder?: string;
}

/** A model cannot do without these; an older one's vocab.txt alone does not say how texts are cut. */
const required = "config.json";
const tokenizerFile = "tokenizer.json";
const optional = [
  "vocab.txt",
  "tokenizer_config.json",
  "special_tokens_map.json",
  "generation_config.json",
] as const;

/**
 * The folder that holds a model: a local folder as it is, else a repository of the hub (`org/name@revision`), downloaded
 * into the cache that other tools share where it is not there yet. A whole folder has config.json,
 * tokenizer.json, and model.safetensors (or an index and its shards).
 *
 * Throws HubError, which says what is missing or went wrong and what to do.
 */
export async function resolveModel(
  idOrFolder: string,
  options: ResolveOptions = {},
): Promise<string> {
  if (await isFolder(idOrFolder)) {
    await checkFolder(resolve(idOrFolder), `the folder ${idOrFolder}`);
    return resolve(idOrFolder);
  }
  if (/^[./~\\]|^[A-Za-z]:[\\/]/.test(idOrFolder))
    throw new HubError(`there is no folder ${idOrFolder}`);
  const reference = parseReference(idOrFolder);
  const cache = repositoryCache(options.cacheFolder ?? hubCacheFolder(), reference);
  const env = process.env["HF_HUB_OFFLINE"] ?? "";
  if (options.offline ?? !["", "0", "false"].includes(env.toLowerCase()))
    return fromCache(reference, cache);
  const client = new HubClient(options);
  try {
    return await download(client, reference, cache, options);
  } finally {
    await client.close();
  }
}

async function fromCache(reference: ModelReference, cache: RepositoryCache): Promise<string> {
  const { repository, revision } = reference;
  const commit = await readFile(join(cache.refs, revision), "utf8").catch(() => revision);
  const folder = join(cache.snapshots, commit.trim());
  if (!(await isFolder(folder))) {
    throw new HubError(
      `${repository}@${revision} is not in the cache (${dirname(cache.snapshots)}), and --offline forbids to fetch it`,
    );
  }
  await checkFolder(folder, `${repository}@${revision} in the cache`);
  return folder;
}

async function download(
  client: HubClient,
  reference: ModelReference,
  cache: RepositoryCache,
  options: DownloadOptions,
): Promise<string> {
  const { repository, revision } = reference;
  const config = await client.describe(reference, required);
  if (!config)
    throw new HubError(
      `${client.endpoint}/${repository} has no ${required}: it holds no model that can be loaded here`,
    );
  // From here on the commit is asked for: a push in between must not mix two versions.
  const pinned = { repository, revision: config.commit };
  const folder = join(cache.snapshots, config.commit);
  const fetchFile = async (file: string): Promise<boolean> => {
    if (await exists(join(folder, file))) return true;
    const remote = file === required ? config : await client.describe(pinned, file);
    if (!remote) return false;
    await mkdir(cache.blobs, { recursive: true });
    const blob = join(cache.blobs, remote.etag);
    await downloadBlob(client, remote, file, blob, options);
    await link(blob, join(folder, file));
    return true;
  };
  await fetchFile(required);
  if (!(await fetchFile(tokenizerFile)))
    throw new HubError(
      `${client.endpoint}/${repository} has no ${tokenizerFile}, without which its texts cannot be cut; choose a revision or a model that has one`,
    );
  if (!(await fetchFile(weightFile))) {
    if (!(await fetchFile(indexFile))) {
      throw new HubError(
        `${client.endpoint}/${repository} has no ${weightFile}: its weights are in another format; choose a revision with safetensors (many have one at refs/pr/...)`,
      );
    }
    for (const shard of await shardsOf(folder)) {
      if (!(await fetchFile(shard)))
        throw new HubError(
          `${client.endpoint}/${repository}: ${indexFile} names ${shard}, which is not there`,
        );
    }
  }
  for (const file of optional) await fetchFile(file);
  if (revision !== config.commit) {
    await mkdir(dirname(join(cache.refs, revision)), { recursive: true });
    await writeFileAtomic(join(cache.refs, revision), config.commit);
  }
  return folder;
}

/** A relative link, as the other tools make it; a copy where the system has no links. */
async function link(blob: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
  try {
    await symlink(relative(dirname(path), blob), path, "file");
  } catch {
    await copyFile(blob, path);
  }
}

/** Throws HubError that names what a model's folder lacks. */
async function checkFolder(folder: string, name: string): Promise<void> {
  const has = async (file: string) => exists(join(folder, file));
  const missing: string[] = [];
  if (!(await has(required))) missing.push(required);
  if ((await has(indexFile)) && !(await has(weightFile))) {
    for (const shard of await shardsOf(folder)) if (!(await has(shard))) missing.push(shard);
  } else if (!(await has(weightFile))) missing.push(weightFile);
  if (!(await has(tokenizerFile))) missing.push(tokenizerFile);
  if (missing.length > 0) throw new HubError(`${name} lacks ${missing.join(", ")}`);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
