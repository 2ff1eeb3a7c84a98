import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { errorCode } from "./error-code.ts";
import { renameOver } from "./write-file-atomic.ts";

/** Where the bytes of a partial file came from: only the same content may be continued. */
export interface Origin {
  readonly url: string;
  /** ETag or Last-Modified of the answer. */
  readonly validator: string;
}

/** This machine or container: process numbers mean nothing in another one that shares the data folder. */
export const thisHost = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/** Milliseconds without a byte after which a download on another host is given up. */
const GIVEN_UP = 10 * 60_000;

/** Folders that this thread has let go with bytes worth continuing. */
const released = new Set<string>();

/**
 * A download on its way: a folder `<file>.part-<host>-<process>-<random>` beside the file, with the bytes
 * (`data`) and their origin. The name is unique, so two processes never write the same bytes. The
 * folder of a process that is gone (on another host: that has written nothing for long) is taken over by a
 * rename, which only one heir can win.
 */
export class PartialFile {
  readonly target: string;
  readonly #folder: string;
  #origin: Origin | undefined;

  private constructor(target: string, folder: string, origin: Origin | undefined) {
    this.target = target;
    this.#folder = folder;
    this.#origin = origin;
  }

  /** Takes over what an earlier download of `target` left, else starts anew. The folder of `target` is made when missing. */
  static async open(target: string): Promise<PartialFile> {
    await mkdir(dirname(target), { recursive: true });
    const own = `${target}.part-${thisHost}-${process.pid}-${randomBytes(4).toString("hex")}`;
    let heir: PartialFile | undefined;
    for (const left of await abandoned(target)) {
      if (heir) await rm(left, { recursive: true, force: true });
      else if (await takenOver(left, own))
        heir = new PartialFile(target, own, await readOrigin(own));
    }
    if (heir) return heir;
    await mkdir(own);
    return new PartialFile(target, own, undefined);
  }

  get data(): string {
    return join(this.#folder, "data");
  }

  get origin(): Origin | undefined {
    return this.#origin;
  }

  /** How many bytes are here. */
  async size(): Promise<number> {
    try {
      return (await stat(this.data)).size;
    } catch {
      return 0;
    }
  }

  /** Drops what is here and remembers where the next bytes come from; without an origin they cannot be continued. */
  async restart(origin?: Origin): Promise<void> {
    await rm(this.data, { force: true });
    await rm(join(this.#folder, "origin.json"), { force: true });
    if (origin) await writeFile(join(this.#folder, "origin.json"), JSON.stringify(origin));
    this.#origin = origin;
  }

  append(): Promise<FileHandle> {
    return open(this.data, "a");
  }

  /** Puts the bytes in place. */
  async finish(): Promise<void> {
    await renameOver(this.data, this.target);
    this.#origin = undefined;
    await this.close();
  }

  /** Lets go: bytes that can be continued stay for a later download, anything else is removed. */
  async close(): Promise<void> {
    const worthwhile = this.#origin !== undefined && (await this.size()) > 0;
    if (worthwhile) released.add(this.#folder);
    else await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Partial folders of `target` that nobody writes to any more. */
async function abandoned(target: string): Promise<string[]> {
  const prefix = `${basename(target)}.part-`;
  const folders: string[] = [];
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(dirname(target), name);
    const [host, pid] = name.slice(prefix.length).split("-");
    if (await isFree(folder, host, Number(pid))) folders.push(folder);
  }
  return folders;
}

async function isFree(folder: string, host: string, owner: number): Promise<boolean> {
  if (host !== thisHost) {
    const data = join(folder, "data");
    return isOlderThan(existsSync(data) ? data : folder, Date.now() - GIVEN_UP);
  }
  if (owner !== process.pid) return !isAlive(owner);
  return released.has(folder) || isOlderThan(folder, Date.now() - process.uptime() * 1000);
}

/** In a container every run may have the same process number: then only the time tells an old run's folder from another thread's. */
async function isOlderThan(path: string, time: number): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < time;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** Renames a folder to one's own name: false when another heir was faster. */
async function takenOver(left: string, own: string): Promise<boolean> {
  try {
    await rename(left, own);
    await utimes(own, new Date(), new Date());
    return true;
  } catch {
    return false;
  }
}

async function readOrigin(folder: string): Promise<Origin | undefined> {
  try {
    const origin: unknown = JSON.parse(await readFile(join(folder, "origin.json"), "utf8"));
    if (
      typeof origin !== "object" ||
      origin === null ||
      !("url" in origin) ||
      !("validator" in origin)
    )
      return undefined;
    const { url, validator } = origin;
    return typeof url === "string" && typeof validator === "string"
      ? { url, validator }
      : undefined;
  } catch {
    return undefined;
  }
}
