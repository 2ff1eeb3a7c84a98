import { modelBatcher, type BatchingOptions } from "../batching/model-batcher.ts";
import type { Batcher, SubmitOptions } from "../batching/batcher.ts";
import type { TensorCache } from "../cache/tensor-cache.ts";
import { tensorsKey } from "../cache/tensors-key.ts";
import type { Model } from "../model.ts";
import { Problem } from "../problem.ts";
import type { Tensors } from "../tensors/tensor.ts";
import { compareVersions } from "./versions.ts";
import { warmUp } from "./warm-up.ts";

/** A model that serves, with its queue. */
export interface Served {
  readonly model: Model;
  readonly batcher: Batcher<Tensors, Tensors>;
  /** Tells it from others of the same name and version, before and after it. */
  readonly id: number;
}

/** A request that was answered, for those who watch: drift, shadow traffic, accounts. */
export interface Inference {
  readonly model: Model;
  readonly inputs: Tensors;
  readonly outputs: Tensors;
  /** From the request's arrival at the queue to its result. */
  readonly milliseconds: number;
  readonly cached: boolean;
}

export type RegistryOptions = Omit<BatchingOptions, "onBatch"> & {
  onBatch?: (model: Model, rows: number, ms: number) => void;
  /** Answers for models that say they are cacheable. */
  cache?: TensorCache | undefined;
  onInference?: ((inference: Inference) => void) | undefined;
};

interface Family {
  versions: Map<string, Served>;
  /** Undefined: the newest. */
  pinned: string | undefined;
}

/** The models that are served, by name and version. */
export class Registry {
  readonly #families = new Map<string, Family>();
  readonly #options: RegistryOptions;
  #added = 0;

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /** Every version of every model, newest first within a name. */
  get all(): Served[] {
    return [...this.#families.values()].flatMap(({ versions }) =>
      [...versions.values()].toSorted((a, b) => compareVersions(b.model.version, a.model.version)),
    );
  }

  /**
   * Warms a model up and serves it; one of the same name and version gives way once the new one works,
   * and finishes what waits for it. When the new one fails, it is closed and nothing else changes.
   */
  async add(model: Model): Promise<Served> {
    try {
      await warmUp(model);
    } catch (error) {
      await model.close?.();
      throw error;
    }
    const { onBatch, maxRows, maxDelay, queueLimit } = this.#options;
    const batcher = modelBatcher(model, {
      maxRows,
      maxDelay,
      queueLimit,
      onBatch: (rows, ms) => onBatch?.(model, rows, ms),
    });
    const served = { model, batcher, id: this.#added++ };
    const family = this.#families.get(model.name) ?? { versions: new Map(), pinned: undefined };
    const before = family.versions.get(model.version);
    family.versions.set(model.version, served);
    this.#families.set(model.name, family);
    if (before) await retire(before);
    return served;
  }

  /** Whether there is a model, and every one that answers by default can compute. */
  get isReady(): boolean {
    const names = [...this.#families.keys()];
    return names.length > 0 && names.every((name) => this.get(name).model.ready?.() ?? true);
  }

  /** The versions of a model, oldest first; none when it is not served. */
  versions(name: string): string[] {
    return [...(this.#families.get(name)?.versions.keys() ?? [])].toSorted(compareVersions);
  }

  /** Makes a version the one that answers when a request names none. */
  pin(name: string, version: string): void {
    this.get(name, version);
    this.#families.get(name)!.pinned = version;
  }

  /**
   * A model; without a version the pinned one, else the newest.
   *
   * @throws Problem 404 when it is not served
   */
  get(name: string, version?: string): Served {
    const family = this.#families.get(name);
    const wanted = version ?? family?.pinned ?? this.versions(name).at(-1);
    const served = wanted === undefined ? undefined : family?.versions.get(wanted);
    if (!served) {
      const asked = version === undefined ? name : `${name}, version ${version}`;
      throw new Problem(404, `no model ${asked.slice(0, 200)} is loaded`);
    }
    return served;
  }

  /** The one model that is meant when a request names none. */
  first(accepts: (model: Model) => boolean): Served {
    const name = this.all.find(({ model }) => accepts(model))?.model.name;
    if (name === undefined)
      throw new Problem(503, "no model for this is loaded", { retryAfter: 5 });
    return this.get(name);
  }

  /** Stops serving a model or one version of it; what waits for it is still answered. */
  async remove(name: string, version?: string): Promise<void> {
    this.get(name, version);
    const family = this.#families.get(name)!;
    const gone = version === undefined ? [...family.versions.keys()] : [version];
    const retired = gone.map((key) => {
      const served = family.versions.get(key)!;
      family.versions.delete(key);
      if (family.pinned === key) family.pinned = undefined;
      return served;
    });
    if (family.versions.size === 0) this.#families.delete(name);
    await Promise.all(retired.map(retire));
  }

  /** Rows through a model, together with what comes at the same time; or the cache's answer. */
  async infer(served: Served, inputs: Tensors, options: SubmitOptions = {}): Promise<Tensors> {
    const { cache, onInference } = this.#options;
    const { model, batcher, id } = served;
    const began = performance.now();
    const key = cache && model.cacheable ? `${id} ${tensorsKey(inputs)}` : undefined;
    const known = key === undefined ? undefined : cache!.get(key);
    const outputs = known ?? (await batcher.submit(inputs, options));
    if (key !== undefined && !known) cache!.set(key, outputs);
    onInference?.({
      model,
      inputs,
      outputs,
      milliseconds: performance.now() - began,
      cached: known !== undefined,
    });
    return outputs;
  }

  /** Waits for everything that is queued and lets go of all models. */
  async close(): Promise<void> {
    const all = this.all;
    await Promise.all(all.map(retire));
    this.#families.clear();
  }
}

async function retire({ model, batcher }: Served): Promise<void> {
  await batcher.idle();
  await model.close?.();
}
