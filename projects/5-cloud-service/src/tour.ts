import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { histogram, report } from "@ml-roadmap/charts";
import { readConfig } from "@ml-roadmap/model-server";
import { localEngine } from "./batch/local-engine.ts";
import { scoreFile } from "./batch/score-file.ts";
import { readLabelledTexts } from "./data/labelled-text.ts";
import { defaultModelFolder } from "./default-model.ts";
import { defaultLimits } from "./gate/default-limits.ts";
import { runGate } from "./gate/run-gate.ts";
import { readModelFolder } from "./model/read-model-folder.ts";
import { startTextModel } from "./model/start-text-model.ts";
import { folderStore } from "./registry/folder-store.ts";
import { ModelRegistry } from "./registry/registry.ts";
import { textSettings } from "./service/settings.ts";
import { textServer } from "./service/text-server.ts";

// A model's whole way, small: registry, gate, promotion, service, batch. What `npm start` runs of this phase:
//
//   node dist/src/tour.js --out FOLDER [--model FOLDER] [--data FILE]
const REQUESTS = 300;

const argument = (name: string, byDefault: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? byDefault : process.argv[at + 1];
};
const out = argument("--out", "runs/tour");
const folder = argument("--model", process.env["MODEL_DIR"] || defaultModelFolder());
const data = argument(
  "--data",
  fileURLToPath(new URL("../../fixtures/gate.jsonl", import.meta.url)),
);

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

await mkdir(out, { recursive: true });
const scratch = await mkdtemp(join(tmpdir(), "cloud-service-tour-"));
try {
  const by = "tour";
  const name = "sentiment";
  console.log("the gate looks at the model");
  const { checks, passes } = await runGate({
    challenger: folder,
    data,
    precision: "int8",
    limits: defaultLimits,
  });
  console.log("pushing and promoting it");
  const place = join(scratch, "registry");
  const registry = new ModelRegistry(folderStore(place));
  const { manifest, digest } = await registry.push(folder, { name, by });
  await registry.promote(name, manifest.version, { by, reason: "the gate's verdict" });

  console.log("starting the service over the registry");
  const began = performance.now();
  const environment = {
    LOG_LEVEL: "silent",
    REGISTRY: place,
    MODEL_CACHE: join(scratch, "cache"),
    CACHE_MB: "0",
  };
  const server = await textServer(readConfig(environment, textSettings), folder);
  const url = await server.listen({ port: 0 });
  const startSeconds = (performance.now() - began) / 1000;

  console.log(`classifying ${REQUESTS} texts`);
  const { labels } = await readModelFolder(folder);
  const examples = await readLabelledTexts(data, labels);
  const latencies: number[] = [];
  let right = 0;
  for (let i = 0; i < REQUESTS; i++) {
    const { text, label } = examples[i % examples.length];
    const sent = performance.now();
    const answer = await fetch(`${url}/v1/classify`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
    });
    const body = await answer.text();
    latencies.push(performance.now() - sent);
    if (body.includes(`"label":${JSON.stringify(labels[label])}`)) right += 1;
  }
  latencies.sort((a, b) => a - b);
  await server.close();

  console.log("scoring the texts as a file");
  const input = join(scratch, "texts.jsonl");
  await writeFile(input, examples.map(({ text }) => `${JSON.stringify({ text })}\n`).join(""));
  const model = await startTextModel({
    folder,
    name,
    version: manifest.version,
    precision: "int8",
    workers: 1,
    maxBatchSize: 32,
  });
  const scoring = performance.now();
  const { texts } = await scoreFile({
    input,
    output: join(scratch, "out.jsonl"),
    model: { digest, precision: "int8" },
    engine: localEngine(model),
  });
  const perSecond = texts / ((performance.now() - scoring) / 1000);
  await model.close?.();

  const p50 = quantile(latencies, 0.5);
  const metrics = [
    { name: "fixed set right", value: right / REQUESTS },
    { name: "latency p50", value: p50, unit: "ms", better: "lower" },
    { name: "batch", value: perSecond, unit: "texts/s" },
    { name: "latency p99", value: quantile(latencies, 0.99), unit: "ms", better: "lower" },
    { name: "start to ready", value: startSeconds, unit: "s", better: "lower" },
  ];
  const title = "Text service";
  const told =
    folder === defaultModelFolder()
      ? `${examples.length} made-up sentences and the small model that comes along, because no model of phase 4 was named (--model).`
      : `${examples.length} sentences and the model of ${folder}.`;
  const quantiles = [0.1, 0.5, 0.9, 0.99];
  const html = report({
    title,
    subtitle: told,
    sections: [
      {
        title: "Gate",
        body: [
          `${passes ? "Accepted" : "Refused"}, version ${manifest.version}, digest ${digest}.`,
          ...checks.map((one) => `${one.passes ? "ok" : "refused"}: ${one.name}: ${one.detail}`),
        ].join("\n\n"),
      },
      {
        title: "Latency",
        body: `${REQUESTS} texts one after the other, from a client in the same process.`,
        figures: [
          {
            title: "Time of a prediction",
            svg: histogram({
              series: [
                { name: "predictions", values: latencies.slice(0, Math.floor(0.99 * REQUESTS)) },
              ],
              x: { label: "milliseconds" },
            }),
            caption: "The slowest hundredth is left out of the picture.",
            table: {
              columns: [{ label: "share" }, { label: "ms", align: "right" }],
              rows: quantiles.map((q) => [`${100 * q}%`, quantile(latencies, q).toFixed(2)]),
            },
          },
        ],
      },
    ],
  });
  await writeFile(join(out, "report.html"), html);
  await writeFile(
    join(out, "metrics.json"),
    `${JSON.stringify({ title, data: told, metrics, report: "report.html" }, null, 2)}\n`,
  );
  console.log(await readFile(join(out, "metrics.json"), "utf8"));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
