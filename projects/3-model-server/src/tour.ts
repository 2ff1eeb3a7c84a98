#!/usr/bin/env node
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { histogram, report } from "@ml-roadmap/charts";
import { ModelClient } from "./client.ts";
import { readConfig } from "./config/read-config.ts";
import { serverSettings } from "./config/settings.ts";
import { conformanceCases } from "./conformance/cases.ts";
import { rawClient } from "./conformance/client.ts";
import { defaultModelFolder } from "./default-model.ts";
import { digitServer } from "./digit-server.ts";
import { readCard } from "./repository/model-card.ts";

// Starts the server, checks it against the protocol, asks it for predictions, and writes what it found:
// `tour --out FOLDER [--model FOLDER]`.

const REQUESTS = 500;

const argument = (name: string, byDefault: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? byDefault : process.argv[at + 1];
};
const out = argument("--out", "runs/tour");
const folder = argument("--model", process.env["MODEL_DIR"] || defaultModelFolder());

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

console.log("starting the server");
const began = performance.now();
const server = await digitServer(readConfig({ LOG_LEVEL: "silent" }, serverSettings), folder);
const url = await server.listen({ port: 0 });
const startSeconds = (performance.now() - began) / 1000;
const card = await readCard(join(folder, "model.json"));

console.log("checking the Open Inference Protocol");
const cases = await conformanceCases(rawClient(url), [card.name]);
const faults: string[] = [];
for (const { name, run } of cases) {
  try {
    await run();
  } catch (error) {
    faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

console.log(`asking for ${REQUESTS} predictions`);
const client = new ModelClient(url);
const pixels = Array.from({ length: 784 }, (_, i) => (i % 5 === 0 ? 255 : 0));
const latencies: number[] = [];
for (let i = 0; i < REQUESTS; i++) {
  const sent = performance.now();
  await client.readDigit({ pixels });
  latencies.push(performance.now() - sent);
}
latencies.sort((a, b) => a - b);
await server.close();

const p50 = quantile(latencies, 0.5);
const accuracy = card.metrics["testAccuracy"];
const metrics = [
  ...(accuracy === undefined ? [] : [{ name: "model's test accuracy", value: accuracy }]),
  { name: "protocol cases that hold", value: cases.length - faults.length },
  { name: "latency p50", value: p50, unit: "ms", better: "lower" },
  { name: "latency p99", value: quantile(latencies, 0.99), unit: "ms", better: "lower" },
  { name: "start to ready", value: startSeconds, unit: "s", better: "lower" },
];
const title = "Model server for digits";
const data = `Model ${card.name}, version ${card.version}. ${card.data?.description ?? ""}`.trim();
const quantiles = [0.1, 0.5, 0.9, 0.99];
const html = report({
  title,
  subtitle: data,
  sections: [
    {
      title: "Latency",
      body: `${REQUESTS} predictions one after the other, from a client in the same process.`,
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
    {
      title: "Open Inference Protocol",
      body:
        faults.length === 0
          ? `All ${cases.length} cases hold.`
          : ["These do not hold:", ...faults].join("\n\n"),
    },
  ],
});
await mkdir(out, { recursive: true });
await writeFile(join(out, "report.html"), html);
await writeFile(
  join(out, "metrics.json"),
  `${JSON.stringify({ title, data, metrics, report: "report.html" }, null, 2)}\n`,
);
console.log(await readFile(join(out, "metrics.json"), "utf8"));
process.exitCode = faults.length === 0 ? 0 : 1;
