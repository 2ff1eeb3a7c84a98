import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultFixedSet, defaultModelFolder } from "./default-model.ts";
import { liveOnce } from "./tour/life.ts";
import { quantile, tourPage } from "./tour/page.ts";

// What `npm start` runs of this phase: `tour --out FOLDER [--model FOLDER] [--data FILE]`.

const argument = (name: string, byDefault: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? byDefault : process.argv[at + 1];
};
const out = argument("--out", "runs/tour");
const folder = argument("--model", process.env["MODEL_DIR"] || defaultModelFolder());
const data = argument("--data", defaultFixedSet());

await mkdir(out, { recursive: true });
const scratch = await mkdtemp(join(tmpdir(), "cloud-service-tour-"));
try {
  const life = await liveOnce({ folder, data, scratch, onStep: (text) => console.log(text) });
  const { milliseconds, broken } = life;
  const title = "Text service";
  const told =
    folder === defaultModelFolder()
      ? `${life.examples} made-up sentences and the small model that comes along, because no model of phase 4 was named (--model).`
      : `${life.examples} sentences and the model of ${folder}.`;
  const lower = { better: "lower" };
  const metrics = [
    { name: "fixed set right", value: life.right },
    { name: "latency p50", value: quantile(milliseconds, 0.5), unit: "ms", ...lower },
    { name: "failed, bad promotion", value: broken.failed, ...lower },
    { name: "batch", value: life.textsPerSecond, unit: "texts/s" },
    { name: "latency p99", value: quantile(milliseconds, 0.99), unit: "ms", ...lower },
    { name: "start to ready", value: life.startSeconds, unit: "s", ...lower },
  ];
  await writeFile(join(out, "report.html"), tourPage(title, told, life));
  const record = { title, data: told, metrics, report: "report.html" };
  await writeFile(join(out, "metrics.json"), `${JSON.stringify(record, null, 2)}\n`);
  for (const { name, value, unit = "" } of metrics) {
    console.log(`${name.padEnd(22)} ${Number(value.toPrecision(4))} ${unit}`.trimEnd());
  }
  console.log(`report: ${join(out, "report.html")}`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
