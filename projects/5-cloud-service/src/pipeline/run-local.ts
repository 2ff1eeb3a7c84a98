import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { LoadLimits } from "../delivery/judge-load.ts";
import { runGate, type GateOptions } from "../gate/run-gate.ts";
import type { Precision } from "../model/text-classifier.ts";
import { folderStore } from "../registry/folder-store.ts";
import { ModelRegistry } from "../registry/registry.ts";
import { runCanary } from "../rollout/canary.ts";
import { haproxyStat, weighCanary } from "../rollout/haproxy.ts";
import { firingAlerts } from "../rollout/prometheus.ts";
import { Cluster } from "../system/cluster.ts";
import type { Container } from "../system/container.ts";
import { startLoad } from "../system/load.ts";
import { until } from "../system/programs.ts";
import { loadGate } from "./load-gate.ts";

/** The canary's name in HAProxy. */
const CANARY = "text/canary";
/** Answers of a canary without which it is not good. */
const LEAST_ANSWERS = 50;

export interface LocalOptions {
  /** Folder for the registry, logs and settings of everything that runs. */
  readonly folder: string;
  /** The model that serves, and the one that wants to. */
  readonly champion: string;
  readonly challenger: string;
  /** The gate's fixed set. */
  readonly data: string;
  readonly precision: Precision;
  readonly gate: GateOptions["limits"];
  readonly load: LoadLimits;
  readonly loadSeconds: number;
  /** What is asked in staging, and what people ask. */
  readonly stagingTexts: readonly string[];
  readonly texts: readonly string[];
  readonly percent: number;
  readonly bakeSeconds: number;
  /** The image that replicas run in; processes without one. */
  readonly container?: Container | undefined;
  readonly onStep: (text: string) => void;
}

export interface LocalResult {
  readonly outcome: "promoted" | "refused by the gate" | "refused in staging" | "rolled back";
  readonly reasons: readonly string[];
  /** Requests of production's users, meanwhile. */
  readonly requests: number;
  readonly failed: number;
  /** Version that serves at the end. */
  readonly serves: string;
}

const name = "sentiment";
const by = "pipeline";
const replicas = 3;

/**
 * The pipeline on this machine, with the parts that run in production: a registry folder, replicas behind HAProxy,
 * Prometheus with the alert rules. A challenger is gated, loaded in staging, gets a share of production's traffic, and
 * is promoted; or what found it out says no, and the champion goes on serving.
 */
export async function runLocal(options: LocalOptions): Promise<LocalResult> {
  const { folder, champion, challenger, container, onStep } = options;
  const place = join(folder, "registry");
  const registry = new ModelRegistry(folderStore(place));
  const push = async (model: string) => (await registry.push(model, { name, by })).manifest.version;
  const first = await push(champion);
  await registry.promote(name, first, { by });
  const end = (outcome: LocalResult["outcome"], reasons: readonly string[]): LocalResult => {
    onStep(`${outcome}${reasons.map((reason) => `\n  ${reason}`).join("")}`);
    return { outcome, reasons, requests: 0, failed: 0, serves: first };
  };

  onStep("gate");
  const { data, precision, gate } = options;
  const verdict = await runGate({ challenger, champion, data, precision, limits: gate });
  if (!verdict.passes) return end("refused by the gate", failedChecks(verdict.checks));
  const version = await push(challenger);
  const environment = { REGISTRY: place, PRECISION: precision, CACHE_MB: "0" };

  onStep(`staging: ${name}:${version}`);
  {
    const settings = { ...environment, MODEL: `${name}:${version}` };
    await using staging = new Cluster(folder, 2, settings, container);
    await staging.open();
    const checks = await loadGate({
      url: staging.url,
      texts: options.stagingTexts,
      seconds: options.loadSeconds,
      connections: 4,
      limits: options.load,
    });
    for (const { name, passes, detail } of checks) {
      onStep(`  ${passes ? "ok     " : "REFUSED"} ${name.padEnd(9)} ${detail}`);
    }
    const failed = failedChecks(checks);
    if (failed.length > 0) return end("refused in staging", failed);
  }

  onStep(`production: a canary with ${options.percent}% of the traffic`);
  await using production = new Cluster(folder, replicas, environment, container);
  await production.open();
  const load = startLoad(production.url, (i) => options.texts[i % options.texts.length], {
    connections: 4,
    pause: 10,
  });
  try {
    await production.start("canary", { MODEL: `${name}:${version}` });
    await production.untilSeen("canary", "UP");
    const { adminPort } = production;
    const { outcome, reasons } = await runCanary({
      setShare: (share) => weighCanary(adminPort, CANARY, share, replicas),
      firing: () => firingAlerts(production.prometheus, { track: "canary" }),
      answered: async () => Number(await haproxyStat(adminPort, CANARY, "hrsp_2xx")),
      least: LEAST_ANSWERS,
      wait: (ms) => wait(ms),
      share: options.percent / 100,
      bake: options.bakeSeconds * 1000,
      interval: 1000,
      onStep: (text) => onStep(`  ${text}`),
    });
    if (outcome === "good") {
      await registry.promote(name, version, { by, reason: "good canary" });
      await until("all replicas serve it", async () => {
        const answers = await Promise.all(
          production.names.map((one) => fetch(`${production.replicaUrl(one)}/v2/models/${name}`)),
        );
        const texts = await Promise.all(answers.map((answer) => answer.text()));
        return texts.every((text) => text.includes(`"${version}"`));
      });
      await weighCanary(adminPort, CANARY, 0, replicas);
    }
    await production.end("canary", "SIGTERM");
    const { total, failed } = await load.stop();
    const { version: serves } = (await registry.log.current(name))!;
    const result = end(outcome === "good" ? "promoted" : "rolled back", reasons);
    return { ...result, requests: total, failed, serves };
  } finally {
    await load.stop();
  }
}

const failedChecks = (checks: readonly { name: string; passes: boolean; detail: string }[]) =>
  checks.filter(({ passes }) => !passes).map(({ name, detail }) => `${name}: ${detail}`);
