import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, link, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { hashing } from "./hashing.ts";
import { checkKey, type Store } from "./store.ts";

/** A store in a folder of this machine, or of a disk that many machines share. */
export function folderStore(root: string): Store {
  const pathOf = (key: string) => join(root, ...checkKey(key).split("/"));

  /** A file beside its place, then a link to it, which fails where there is one already. */
  async function publish(key: string, write: (path: string) => Promise<void>): Promise<boolean> {
    const path = pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    const draft = join(dirname(path), `.${crypto.randomUUID()}.tmp`);
    try {
      await write(draft);
      await link(draft, path);
      return true;
    } catch (error) {
      if (codeOf(error) === "EEXIST") return false;
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
  }

  return {
    place: root,
    get: (key) => unlessMissing(readFile(pathOf(key))),
    putNew: (key, bytes) => publish(key, (path) => writeFile(path, bytes, { flush: true })),
    putNewFile: (key, source) => publish(key, (path) => copyFile(source, path)),
    async getFile(key, path) {
      const sha256 = hashing();
      const copied = pipeline(createReadStream(pathOf(key)), sha256.pass, createWriteStream(path));
      return unlessMissing(copied.then(() => sha256.digest()));
    },
    async size(key) {
      return (await unlessMissing(stat(pathOf(key))))?.size;
    },
    async list(folder) {
      const start = join(root, ...folder.split("/").filter(Boolean));
      const entries = await unlessMissing(readdir(start, { recursive: true, withFileTypes: true }));
      return (entries ?? [])
        .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
        .map(({ parentPath, name }) => join(parentPath, name).slice(root.length))
        .map((path) => path.split(/[\\/]/).filter(Boolean).join("/"))
        .toSorted();
    },
  };
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? error.code : undefined;

async function unlessMissing<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
