import { ModelError, type Model, type Registry } from "@ml-roadmap/model-server";
import { UnusableModel } from "../model/unusable-model.ts";
import type { Promotion } from "../registry/manifest.ts";
import { RegistryError } from "../registry/registry-error.ts";
import type { ModelRegistry } from "../registry/registry.ts";

/** A model that should be served: what its promotions say, or always the same version. */
export interface Wanted {
  name: string;
  version?: string;
}

export function readWanted(text: string): Wanted {
  const [name, version] = text.split(":");
  return version === undefined ? { name } : { name, version };
}

export interface KeeperEvents {
  /** A version serves now; `number` of its promotion, 0 for one that was asked for by version. */
  serves: (model: Model, number: number) => void;
  /** A model's newest promotion is what serves. */
  settled: (name: string, version: string, number: number) => void;
  /** A version could not be served; what served before goes on. */
  fails: (name: string, version: string, error: unknown) => void;
}

/** Serves what the registry has promoted, and what was serving when that fails. */
export class ModelKeeper {
  readonly #registry: ModelRegistry;
  readonly #served: Registry;
  readonly #start: (name: string, version: string) => Promise<Model>;
  readonly #events: KeeperEvents;
  /** By model: the promotion that was dealt with, whether it serves or failed. */
  readonly #seen = new Map<string, number>();
  /** Versions that were asked for by version, `name version`: they stay, whatever is promoted. */
  readonly #stay = new Set<string>();
  #polling: Promise<void> | undefined;

  /** @param start fetches a version, checks it and gets it ready */
  constructor(
    registry: ModelRegistry,
    served: Registry,
    start: (name: string, version: string) => Promise<Model>,
    events: KeeperEvents,
  ) {
    this.#registry = registry;
    this.#served = served;
    this.#start = start;
    this.#events = events;
  }

  /**
   * Serves every wanted model. One that follows its promotions takes the newest that works, so that a
   * replica also starts while a promotion is bad.
   *
   * @throws ModelError when one of them cannot be served at all
   */
  async open(wanted: readonly Wanted[]): Promise<void> {
    for (const { name, version } of wanted) {
      if (version !== undefined) {
        this.#stay.add(`${name} ${version}`);
        await this.#serve(name, version, 0);
        continue;
      }
      const history = await this.#registry.log.history(name);
      if (history.length === 0) {
        throw new ModelError(`${this.#registry.store.place}: no version of ${name} was promoted`);
      }
      this.#seen.set(name, history.at(-1)!.number);
      if (!(await this.#serveNewest(name, history))) {
        throw new ModelError(`${this.#registry.store.place}: no promoted version of ${name} works`);
      }
    }
  }

  /** Looks once for new promotions of the models that follow them. */
  poll(): Promise<void> {
    this.#polling ??= this.#poll().finally(() => {
      this.#polling = undefined;
    });
    return this.#polling;
  }

  async #poll(): Promise<void> {
    for (const [name, seen] of this.#seen) {
      const current = await this.#registry.log.current(name);
      if (!current || current.number === seen) continue;
      const before = this.#served.get(name).model.version;
      try {
        if (current.version !== before) await this.#serve(name, current.version, current.number);
        this.#seen.set(name, current.number);
        this.#events.settled(name, current.version, current.number);
      } catch (error) {
        this.#events.fails(name, current.version, error);
        // A store that cannot be reached may answer the next time; a bad version stays bad.
        if (isLasting(error)) this.#seen.set(name, current.number);
        continue;
      }
      if (current.version === before || this.#stay.has(`${name} ${before}`)) continue;
      await this.#served.remove(name, before);
    }
  }

  async #serveNewest(name: string, history: readonly Promotion[]): Promise<boolean> {
    const tried = new Set<string>();
    for (const { version, number } of history.toReversed()) {
      if (tried.has(version)) continue;
      tried.add(version);
      try {
        await this.#serve(name, version, number);
        // The newest one may be bad: then it stays told, although an older one serves.
        if (tried.size === 1) this.#events.settled(name, version, number);
        return true;
      } catch (error) {
        this.#events.fails(name, version, error);
        if (!isLasting(error)) throw error;
      }
    }
    return false;
  }

  /** Warms a version up, unless it serves already, and only then lets it answer. */
  async #serve(name: string, version: string, number: number): Promise<void> {
    if (this.#served.versions(name).includes(version)) {
      if (number > 0) this.#served.pin(name, version);
      this.#events.serves(this.#served.get(name, version).model, number);
      return;
    }
    const model = await this.#start(name, version);
    try {
      await this.#served.add(model);
    } catch (error) {
      await model.close?.();
      throw new ModelError(error instanceof Error ? error.message : String(error));
    }
    if (number > 0) this.#served.pin(name, version);
    this.#events.serves(model, number);
  }
}

const isLasting = (error: unknown) =>
  [ModelError, RegistryError, UnusableModel].some((kind) => error instanceof kind);
