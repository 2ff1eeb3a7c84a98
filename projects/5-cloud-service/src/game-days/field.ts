import { join } from "node:path";
import { writeReference } from "../drift/write-reference.ts";
import { folderStore } from "../registry/folder-store.ts";
import { ModelRegistry } from "../registry/registry.ts";
import { weighCanary } from "../rollout/haproxy.ts";
import { Cluster } from "../system/cluster.ts";
import { startLoad, type Load } from "../system/load.ts";
import { madeUpReviews } from "../test-support/made-up-reviews.ts";
import { copyModel } from "../test-support/other-models.ts";

const REPLICAS = 3;
const name = "sentiment";
const by = "game day";
const reviews = madeUpReviews(3000, 31).map(({ text }) => text);

/** Where game days are played: replicas behind HAProxy, Prometheus with the alert rules, a registry, and users. */
export class Field {
  readonly folder: string;
  /** The registry's folder. */
  readonly place: string;
  readonly registry: ModelRegistry;
  readonly cluster: Cluster;
  load!: Load;
  /** The i-th review, as users write them. */
  readonly reviews = (i: number): string => reviews[i % reviews.length];
  /** What users send now. */
  text = this.reviews;

  private constructor(folder: string) {
    this.folder = folder;
    this.place = join(folder, "registry");
    this.registry = new ModelRegistry(folderStore(this.place));
    const environment = { REGISTRY: this.place, PRECISION: "fp32", CACHE_MB: "0" };
    this.cluster = new Cluster(folder, REPLICAS, environment);
  }

  /** All of it, running and under load. */
  static async open(folder: string): Promise<Field> {
    const field = new Field(folder);
    try {
      await field.promote(await field.push(await copyModel(folder), true));
      await field.cluster.open();
      const { url } = field.cluster;
      field.load = startLoad(url, (i) => field.text(i), { connections: 4, pause: 20 });
      return field;
    } catch (error) {
      await field.cluster[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Takes a model's folder in; its version. */
  async push(model: string, hasReference = false): Promise<string> {
    const examples = reviews.slice(0, 500).map((text) => ({ text }));
    if (hasReference) await writeReference(model, examples, "fp32");
    return (await this.registry.push(model, { name, by })).manifest.version;
  }

  async promote(version: string): Promise<void> {
    await this.registry.promote(name, version, { by });
  }

  async rollback(reason: string): Promise<void> {
    await this.registry.rollback(name, { by, reason });
  }

  /** Starts a version as the canary and gives it a share of the traffic, with nobody watching. */
  async startCanary(model: string, share: number): Promise<void> {
    const version = await this.push(model);
    await this.cluster.start("canary", { MODEL: `${name}:${version}` });
    await this.cluster.untilSeen("canary", "UP");
    await this.weighCanary(share);
  }

  async weighCanary(share: number): Promise<void> {
    await weighCanary(this.cluster.adminPort, "text/canary", share, REPLICAS);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.load.stop();
    await this.cluster[Symbol.asyncDispose]();
  }
}
