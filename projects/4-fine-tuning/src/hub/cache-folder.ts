import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { ModelReference } from "./model-reference.ts";

/** The folder where tools keep what they have from a hub: `HF_HUB_CACHE`, `HF_HOME`/hub, or `huggingface/hub` in the user's cache folder. */
export function hubCacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const cache = env["HF_HUB_CACHE"] || env["HUGGINGFACE_HUB_CACHE"];
  if (cache) return resolve(cache);
  const home = env["HF_HOME"];
  if (home) return resolve(home, "hub");
  const top = env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache");
  return join(top, "huggingface", "hub");
}

/** Where one repository's files lie in the cache, as the other tools lay them out. */
export interface RepositoryCache {
  /** Contents by their ETag. */
  readonly blobs: string;
  /** A file for each revision with the commit it stands for. */
  readonly refs: string;
  /** A folder for each commit, with links to the contents under the files' own names. */
  readonly snapshots: string;
}

export function repositoryCache(cache: string, { repository }: ModelReference): RepositoryCache {
  const folder = join(cache, `models--${repository.replaceAll("/", "--")}`);
  return {
    blobs: join(folder, "blobs"),
    refs: join(folder, "refs"),
    snapshots: join(folder, "snapshots"),
  };
}

/** What the model in a folder is called: `org/name` where the folder is a snapshot in a hub's cache, else as the folder. */
export function modelName(folder: string): string {
  const snapshots = dirname(resolve(folder));
  const [, repository] = /^models--(.+)$/.exec(basename(dirname(snapshots))) ?? [];
  const isSnapshot = basename(snapshots) === "snapshots" && repository !== undefined;
  return isSnapshot ? repository.replace("--", "/") : basename(resolve(folder));
}
