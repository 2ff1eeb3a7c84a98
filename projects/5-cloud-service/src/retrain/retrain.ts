import { existsSync } from "node:fs";
import { readLabelledTexts } from "../data/labelled-text.ts";
import { writeReference } from "../drift/write-reference.ts";
import type { Check, GateLimits } from "../gate/decide.ts";
import { runGate } from "../gate/run-gate.ts";
import type { Precision } from "../model/precision.ts";
import { readModelFolder } from "../model/read-model-folder.ts";
import { hashFile } from "../registry/hashing.ts";
import type { ModelRegistry } from "../registry/registry.ts";

export interface RetrainOptions {
  readonly registry: ModelRegistry;
  /** The model's name there. */
  readonly name: string;
  /** A file with the texts to train on, or the name of a data set. */
  readonly data: string;
  /** Trains, and gives the folder of the model as phase 4 exports it. */
  readonly train: () => Promise<string>;
  /** The gate's fixed set, which is never trained on. */
  readonly fixedSet: string;
  readonly precision: Precision;
  readonly limits: GateLimits;
  /** Folder for models of the registry, by digest. */
  readonly cache: string;
  readonly by: string;
  readonly reason: string;
  /** Commit that it is trained with. */
  readonly code?: string;
  readonly onStep?: (text: string) => void;
}

export interface RetrainResult {
  /** The version that was registered and promoted; none when the gate refused it. */
  readonly version?: string;
  readonly checks: readonly Check[];
}

/**
 * Data, training, gate, registry, promotion: a model that the gate lets through is registered and serves; of one that
 * it refuses nothing is kept. The promotion holds only while the version that it was compared with still serves.
 */
export async function retrain(options: RetrainOptions): Promise<RetrainResult> {
  const { registry, name, data, fixedSet, precision, by, reason, onStep = () => {} } = options;
  const before = await registry.log.current(name);
  const champion = before && (await registry.fetch(name, before.version, options.cache)).folder;

  onStep(`training on ${data}`);
  const challenger = await options.train();

  onStep(before ? `gate: against ${name}:${before.version}` : "gate: the first model");
  const {
    passes,
    checks,
    accuracy = 0,
  } = await runGate({
    challenger,
    ...(champion !== undefined && { champion }),
    data: fixedSet,
    precision,
    limits: options.limits,
  });
  for (const check of checks) {
    onStep(`${check.passes ? "ok     " : "REFUSED"} ${check.name.padEnd(20)} ${check.detail}`);
  }
  if (!passes) return { checks };

  // What its texts look like, for the gauges of drift.
  const { labels } = await readModelFolder(challenger);
  await writeReference(challenger, await readLabelledTexts(fixedSet, labels), precision);
  const sha256 = existsSync(data) ? await hashFile(data) : undefined;
  const { manifest } = await registry.push(challenger, {
    name,
    by,
    metrics: { accuracy },
    data: { description: data, ...(sha256 !== undefined && { sha256 }) },
    ...(options.code !== undefined && { code: options.code }),
  });
  const { version } = manifest;
  const { number } = await registry.promote(name, version, {
    by,
    reason,
    expect: before?.version ?? null,
  });
  onStep(`${name}:${version} serves by promotion ${number}`);
  return { version, checks };
}
