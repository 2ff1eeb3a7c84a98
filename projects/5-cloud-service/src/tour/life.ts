import { cp, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "@ml-roadmap/model-server";
import { localEngine } from "../batch/local-engine.ts";
import { scoreFile } from "../batch/score-file.ts";
import { readLabelledTexts, type LabelledText } from "../data/labelled-text.ts";
import type { Check } from "../gate/decide.ts";
import { defaultLimits } from "../gate/default-limits.ts";
import { runGate } from "../gate/run-gate.ts";
import { modelFile } from "../model/precision.ts";
import { readModelFolder } from "../model/read-model-folder.ts";
import { startTextModel } from "../model/start-text-model.ts";
import { folderStore } from "../registry/folder-store.ts";
import { ModelRegistry } from "../registry/registry.ts";
import { textSettings } from "../service/settings.ts";
import { textServer } from "../service/text-server.ts";

const REQUESTS = 300;
const name = "sentiment";
const by = "tour";
const precision = "int8";

/** What happened to a model from the gate to its first bad successor. */
export interface Life {
  readonly examples: number;
  readonly checks: readonly Check[];
  readonly version: string;
  readonly digest: string;
  readonly startSeconds: number;
  /** Of every prediction, sorted. */
  readonly milliseconds: readonly number[];
  /** Share of the predictions that were right. */
  readonly right: number;
  /** While a broken version was promoted, found out, and rolled back. */
  readonly broken: { readonly requests: number; readonly failed: number; readonly serves: string };
  readonly textsPerSecond: number;
}

export interface LifeOptions {
  /** The model's folder. */
  readonly folder: string;
  /** Labelled texts, as JSON lines. */
  readonly data: string;
  /** Folder for everything that comes and goes. */
  readonly scratch: string;
  readonly onStep: (text: string) => void;
}

/** A model's whole way, small: gate, registry, promotion, service, a bad successor, rollback, batch. */
export async function liveOnce({ folder, data, scratch, onStep }: LifeOptions): Promise<Life> {
  onStep("the gate looks at the model");
  const { checks } = await runGate({ challenger: folder, data, precision, limits: defaultLimits });

  onStep("registering and promoting it");
  const place = join(scratch, "registry");
  const registry = new ModelRegistry(folderStore(place));
  const { manifest, digest } = await registry.push(folder, { name, by });
  const { version } = manifest;
  await registry.promote(name, version, { by, reason: "the gate's verdict" });

  onStep("starting the service over the registry");
  const began = performance.now();
  const environment = {
    LOG_LEVEL: "silent",
    REGISTRY: place,
    MODEL_CACHE: join(scratch, "cache"),
    MODEL_POLL_MS: "100",
    CACHE_MB: "0",
  };
  const server = await textServer(readConfig(environment, textSettings), folder);
  const url = await server.listen({ port: 0 });
  const startSeconds = (performance.now() - began) / 1000;
  try {
    onStep(`classifying ${REQUESTS} texts`);
    const { labels } = await readModelFolder(folder);
    const examples = await readLabelledTexts(data, labels);
    const milliseconds: number[] = [];
    let right = 0;
    for (let i = 0; i < REQUESTS; i++) {
      const { text, label } = examples[i % examples.length];
      const sent = performance.now();
      const answer = await classify(url, text);
      milliseconds.push(performance.now() - sent);
      if (answer.label === labels[label]) right += 1;
    }

    onStep("promoting a broken version, and rolling back");
    const broken = await breakOnce(registry, url, folder, scratch, examples);

    onStep("scoring the texts as a file");
    const textsPerSecond = await scoreTexts(folder, digest, scratch, examples);
    return {
      examples: examples.length,
      checks,
      version,
      digest,
      startSeconds,
      milliseconds: milliseconds.toSorted((a, b) => a - b),
      right: right / REQUESTS,
      broken,
      textsPerSecond,
    };
  } finally {
    await server.close();
  }
}

async function classify(url: string, text: string): Promise<{ label?: string; version?: string }> {
  const answer = await fetch(`${url}/v1/classify`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text }),
  });
  const body = await answer.text();
  const member = (key: string) => new RegExp(`"${key}":"([^"]*)"`).exec(body)?.[1];
  return answer.ok ? { label: member("label"), version: member("version") } : {};
}

/** Promotes a version whose weights are cut off, and asks on and on until the service says so. */
async function breakOnce(
  registry: ModelRegistry,
  url: string,
  folder: string,
  scratch: string,
  examples: readonly LabelledText[],
): Promise<Life["broken"]> {
  const copy = join(scratch, "broken");
  await cp(folder, copy, { recursive: true });
  await truncate(join(copy, modelFile(precision)), 1000);
  const { version } = (await registry.push(copy, { name, by })).manifest;
  await registry.promote(name, version, { by });
  let [requests, failed, serves] = [0, 0, ""];
  const found = async () =>
    (await (await fetch(`${url}/metrics`)).text()).includes(
      `model_update_failed{model="${name}",version="${version}"} 1`,
    );
  do {
    const answer = await classify(url, examples[requests % examples.length].text);
    requests += 1;
    if (answer.label === undefined) failed += 1;
    serves = answer.version ?? serves;
  } while (!(await found()));
  await registry.rollback(name, { by, reason: "cannot be loaded" });
  return { requests, failed, serves };
}

async function scoreTexts(
  folder: string,
  digest: string,
  scratch: string,
  examples: readonly LabelledText[],
): Promise<number> {
  const input = join(scratch, "texts.jsonl");
  await writeFile(input, examples.map(({ text }) => `${JSON.stringify({ text })}\n`).join(""));
  const model = await startTextModel({
    folder,
    name,
    version: "1",
    precision,
    workers: 1,
    maxBatchSize: 32,
  });
  try {
    const began = performance.now();
    const { texts } = await scoreFile({
      input,
      output: join(scratch, "out.jsonl"),
      model: { digest, precision },
      engine: localEngine(model),
    });
    return texts / ((performance.now() - began) / 1000);
  } finally {
    await model.close?.();
  }
}
