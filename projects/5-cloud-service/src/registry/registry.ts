import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compareVersions } from "./compare-versions.ts";
import { hashFile } from "./hashing.ts";
import { blobKey, manifestKey, versionsOf } from "./keys.ts";
import {
  checkName,
  manifest as manifestSchema,
  readDocument,
  writeDocument,
  type Manifest,
  type Promotion,
} from "./manifest.ts";
import { manifestDigest } from "./manifest-digest.ts";
import { describeFolder } from "./model-folder.ts";
import { PromotionLog, type ChangeOptions } from "./promotion-log.ts";
import { RegistryError } from "./registry-error.ts";
import { rollbackTarget } from "./rollback-target.ts";
import type { Store } from "./store.ts";

/** What is told of a version when it is pushed. */
export type PushOptions = Pick<Manifest, "name" | "data" | "code"> & {
  /** The next whole number when left out. */
  version?: string;
  metrics?: Manifest["metrics"];
  by: string;
};

/** A version with the digest that stands for it. */
export interface Version {
  manifest: Manifest;
  digest: string;
}

/**
 * Versions of models and which of them serves. All of it is written once: files under their own sums, a
 * manifest when all its files are there, and a numbered record for every promotion. Whoever dies in
 * between leaves nothing that counts; of two who do the same at once one wins and the other is told or
 * takes the next number.
 */
export class ModelRegistry {
  readonly store: Store;
  readonly log: PromotionLog;
  readonly #now: () => Date;

  constructor(store: Store, now: () => Date = () => new Date()) {
    this.store = store;
    this.log = new PromotionLog(store, now);
    this.#now = now;
  }

  /**
   * Takes in a model's folder as a new version. Pushing the same files under the same version again changes
   * nothing. Throws `RegistryError` for a folder that is no model and for a version that exists otherwise.
   */
  async push(folder: string, { by, version: wanted, ...told }: PushOptions): Promise<Version> {
    const name = checkName("name", told.name);
    if (wanted !== undefined) checkName("version", wanted);
    const files = await describeFolder(folder);
    for (const { path, sha256 } of files) {
      if ((await this.store.size(blobKey(sha256))) !== undefined) continue;
      await this.store.putNewFile(blobKey(sha256), join(folder, ...path.split("/")));
    }
    for (;;) {
      const version = wanted ?? nextNumber(await this.versions(name));
      const createdAt = this.#now().toISOString();
      const own = { format: 1, version, createdAt, createdBy: by, files };
      const manifest = manifestSchema.parse({ metrics: {}, ...told, ...own });
      const key = manifestKey(name, version);
      if (await this.store.putNew(key, writeDocument(manifest))) {
        return { manifest, digest: manifestDigest(manifest) };
      }
      if (wanted === undefined) continue;
      const there = await this.version(name, version);
      if (JSON.stringify(there.manifest.files) === JSON.stringify(manifest.files)) return there;
      throw new RegistryError(
        `push: ${name} ${version} exists with other files, and versions never change: push it as another version`,
      );
    }
  }

  /** The names of all models. */
  async names(): Promise<string[]> {
    const keys = await this.store.list("models/");
    return [...new Set(keys.map((key) => key.split("/")[1]))];
  }

  /** The versions of a model, oldest first. */
  async versions(name: string): Promise<string[]> {
    const folder = versionsOf(checkName("name", name));
    const keys = await this.store.list(folder);
    return keys
      .filter((key) => key.endsWith("/manifest.json"))
      .map((key) => key.slice(folder.length).split("/")[0])
      .toSorted(compareVersions);
  }

  /**
   * One version. Throws `RegistryError` when there is none and when it is not the one that was promoted
   * under this name.
   */
  async version(name: string, version: string): Promise<Version> {
    const key = manifestKey(checkName("name", name), checkName("version", version));
    const bytes = await this.store.get(key);
    if (!bytes) {
      const known = (await this.versions(name)).join(", ") || "none";
      throw new RegistryError(
        `registry: ${this.store.place} has no ${name} ${version}; versions: ${known}`,
      );
    }
    const manifest = readDocument(manifestSchema, bytes, key);
    const digest = manifestDigest(manifest);
    const promoted = (await this.log.history(name)).findLast((one) => one.version === version);
    const altered = promoted !== undefined && promoted.digest !== digest;
    if (altered || manifest.name !== name || manifest.version !== version) {
      throw new RegistryError(`registry: ${key} was altered since it was written`);
    }
    return { manifest, digest };
  }

  /** Makes a version, whose files are checked first, the one that serves. */
  async promote(name: string, version: string, options: ChangeOptions): Promise<Promotion> {
    const { digest } = await this.verify(name, version);
    return this.log.append(name, options, async () => ({ kind: "promote", version, digest }));
  }

  /** Goes back to the version that served before and was not withdrawn itself. */
  async rollback(name: string, options: ChangeOptions): Promise<Promotion> {
    return this.log.append(name, options, async (history) => {
      const target = rollbackTarget(history);
      if (!target)
        throw new RegistryError(`rollback: ${name} has no earlier version to go back to`);
      const { digest } = await this.verify(name, target.version);
      return { kind: "rollback", version: target.version, digest };
    });
  }

  /** Compares every byte of a version with its sum. Throws `RegistryError` that names what differs. */
  async verify(name: string, version: string): Promise<Version> {
    const found = await this.version(name, version);
    const scratch = await mkdtemp(join(tmpdir(), "registry-"));
    try {
      for (const file of found.manifest.files) await this.#copy(found, file, join(scratch, "file"));
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
    return found;
  }

  /**
   * A version's folder on this machine. Every file is checked against its sum, those that were there before
   * too.
   *
   * @param into holds a folder for each digest; many processes may share it
   */
  async fetch(name: string, version: string, into: string): Promise<Version & { folder: string }> {
    const found = await this.version(name, version);
    const folder = join(into, found.digest);
    if (await holds(folder, found.manifest)) return { ...found, folder };
    const [draft, aside] = [1, 2].map(() => join(into, `.${crypto.randomUUID()}.tmp`));
    try {
      for (const file of found.manifest.files) {
        const target = join(draft, ...file.path.split("/"));
        await mkdir(dirname(target), { recursive: true });
        await this.#copy(found, file, target);
      }
      await rename(draft, folder).catch(async () => {
        // Another process was faster, or what is there is damaged; it may be in use, so it is put aside.
        if (await holds(folder, found.manifest)) return;
        await rename(folder, aside);
        await rename(draft, folder);
      });
    } finally {
      for (const rest of [draft, aside]) await rm(rest, { recursive: true, force: true });
    }
    return { ...found, folder };
  }

  async #copy({ manifest }: Version, file: Manifest["files"][number], to: string): Promise<void> {
    const key = blobKey(file.sha256);
    const what = `registry: ${manifest.name} ${manifest.version}: ${file.path}`;
    const sum = await this.store.getFile(key, to);
    if (sum === undefined) throw new RegistryError(`${what} is gone: push it again`);
    if (sum === file.sha256) return;
    throw new RegistryError(
      `${what}: expected sha256 ${file.sha256}, found ${sum}: it was altered; remove ${key} and push it again`,
    );
  }
}

function nextNumber(versions: readonly string[]): string {
  const numbers = versions.filter((version) => /^\d+$/.test(version)).map(Number);
  return String(Math.max(0, ...numbers) + 1);
}

/** Whether a folder has a manifest's files, to the last byte. */
async function holds(folder: string, { files }: Manifest): Promise<boolean> {
  for (const { path, sha256 } of files) {
    const found = await hashFile(join(folder, ...path.split("/"))).catch(() => undefined);
    if (found !== sha256) return false;
  }
  return true;
}
