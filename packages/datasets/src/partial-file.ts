import { randomBytes } from "node:crypto";
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
import { basename, dirname, join } from "node:path";
import { errorCode } from "./error-code.ts";
import { renameOver } from "./write-file-atomic.ts";

/** Where the bytes of a partial file came from: only the same content may be continued. */
export interface Origin {
  readonly url: string;
  /** ETag or Last-Modified of the answer. */
  readonly validator: string;
}

/** Folders that this thread has let go with bytes worth continuing. */
const released = new Set<string>();

/**
 * A download on its way: a folder `<file>.part-<process>-<random>` beside the file, with the bytes
 * (`data`) and their origin. The name is unique, so two processes never write the same bytes. The
 * folder of a process that is gone is taken over by a rename, which only one heir can win.
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
    const own = `${target}.part-${process.pid}-${randomBytes(4).toString("hex")}`;
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
    const owner = Number(name.slice(prefix.length).split("-")[0]);
    const free =
      owner === process.pid
        ? released.has(folder) || (await isOlderThanThisProcess(folder))
        : !isAlive(owner);
    if (free) folders.push(folder);
  }
  return folders;
}

/** In a container every run may have the same process number: then only the time tells an old run's folder from another thread's. */
async function isOlderThanThisProcess(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).mtimeMs < Date.now() - process.uptime() * 1000;
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
