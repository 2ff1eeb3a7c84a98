import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Model } from "../model.ts";
import { Problem } from "../problem.ts";
import { ModelError } from "./model-error.ts";
import type { Registry } from "./registry.ts";

export type LoadModel = (folder: string) => Promise<Model>;

/** What the index says of a model folder. */
export interface IndexEntry {
  name: string;
  version: string;
  state: "READY" | "UNAVAILABLE";
  reason: string;
}

/**
 * The models in a folder: the folder itself when it has the `marker` file, else `<any>/` and `<any>/<any>/`
 * below it, such as `digits/1/` and `digits/2/`.
 */
export class Repository {
  readonly #root: string;
  readonly #load: LoadModel;
  readonly #registry: Registry;
  readonly #marker: string;
  /** Folders that could not be loaded, and why. */
  readonly #failed = new Map<string, string>();

  /** @param marker the file that makes a folder a model's */
  constructor(
    root: string,
    load: LoadModel,
    registry: Registry,
    { marker = "model.json" }: { marker?: string } = {},
  ) {
    this.#root = root;
    this.#load = load;
    this.#registry = registry;
    this.#marker = marker;
  }

  /**
   * Loads every model folder when a server starts; `onFault` is told of those that fail.
   *
   * @throws ModelError when none could be loaded
   */
  async open(onFault: (folder: string, reason: string) => void): Promise<void> {
    const { loaded, failed } = await this.loadAll();
    for (const [folder, reason] of failed) onFault(folder, reason);
    if (loaded.length > 0) return;
    const reasons = [...failed.values()].join("; ");
    throw new ModelError(`${this.#root}: no model could be loaded. ${reasons}`);
  }

  /**
   * Loads every model folder, or those of one model; the ones that fail are told, and what served before goes
   * on serving.
   */
  async loadAll(name?: string): Promise<{ loaded: Model[]; failed: ReadonlyMap<string, string> }> {
    this.#failed.clear();
    const loaded: Model[] = [];
    for (const folder of await modelFolders(this.#root, this.#marker)) {
      const result = await this.#try(folder, name);
      if (typeof result === "string") this.#failed.set(folder, result);
      else if (result) loaded.push(result);
    }
    return { loaded, failed: this.#failed };
  }

  /**
   * Reads a model's folders again; other models stay as they are, also those that were unloaded.
   *
   * @throws Problem 404 when there is no such model, 422 when it cannot be loaded; the last good version
   *   serves on
   */
  async load(name: string): Promise<void> {
    const { loaded, failed } = await this.loadAll(name);
    if (loaded.length > 0) {
      const own = [...failed].find(([folder]) => this.#below(folder).split("/").includes(name));
      if (own) throw new Problem(422, `load ${name}: ${own[1]}`);
      return;
    }
    const [reason] = failed.values();
    if (reason !== undefined) throw new Problem(422, `load ${name}: ${reason}`);
    throw new Problem(404, `load: no folder has a model ${name}`);
  }

  /** Every version that serves and every folder that could not be loaded. */
  index(): IndexEntry[] {
    const ready = this.#registry.all.map(({ model: { name, version } }) => ({
      name,
      version,
      state: "READY" as const,
      reason: "",
    }));
    const failed = [...this.#failed].map(([folder, reason]) => ({
      name: this.#below(folder) || ".",
      version: "",
      state: "UNAVAILABLE" as const,
      reason,
    }));
    return [...ready, ...failed];
  }

  /** A folder's path from the root on, such as `digits/2`. */
  #below(folder: string): string {
    return relative(this.#root, folder).replaceAll("\\", "/");
  }

  /** The model of a folder, why there is none, or undefined where it is not the one that is wanted. */
  async #try(folder: string, wanted?: string): Promise<Model | string | undefined> {
    try {
      const model = await this.#load(folder);
      if (wanted !== undefined && model.name !== wanted) {
        await model.close?.();
        return undefined;
      }
      await this.#registry.add(model);
      return model;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}

async function modelFolders(root: string, marker: string): Promise<string[]> {
  const isModel = (folder: string) => existsSync(join(folder, marker));
  if (isModel(root)) return [root];
  const found: string[] = [];
  for (const folder of await subfolders(root)) {
    if (isModel(folder)) found.push(folder);
    else found.push(...(await subfolders(folder)).filter(isModel));
  }
  return found;
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new ModelError(`${folder} cannot be read (${error.code}): name a folder of models`);
    },
  );
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .toSorted();
}
