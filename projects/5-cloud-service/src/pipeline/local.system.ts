import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { defaultModelFolder } from "../default-model.ts";
import { defaultLimits } from "../gate/run-gate.ts";
import { buildContainer, type Container } from "../system/container.ts";
import { missing } from "../system/programs.ts";
import { madeUpReviews } from "../test-support/made-up-reviews.ts";
import { copyModel, failingModel, worseModel } from "../test-support/other-models.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { runLocal } from "./run-local.ts";

const reason = missing("haproxy", "prometheus");
const title = reason ? `the pipeline (skipped: ${reason})` : "the pipeline";
const fixedSet = fileURLToPath(new URL("../../fixtures/gate.jsonl", import.meta.url));
const texts = madeUpReviews(2000, 5).map(({ text }) => text);
/** In no text of the gate and of staging, and in some that people send. */
const word = "film";

/** The whole pipeline for one challenger, with limits that a busy machine does not break. */
async function deliver(
  make: (root: string) => Promise<string>,
  bakeSeconds = 20,
  container?: Container,
) {
  await using root = await temporaryFolder();
  const data = join(root.path, "gate.jsonl");
  const lines = (await readFile(fixedSet, "utf8")).split("\n");
  await writeFile(data, lines.filter((line) => !line.includes(word)).join("\n"));
  const steps: string[] = [];
  const result = await runLocal({
    folder: root.path,
    champion: defaultModelFolder(),
    challenger: await make(root.path),
    data,
    precision: "fp32",
    gate: { ...defaultLimits, maxSlowdown: 10 },
    load: { leastRequests: 100, failureShare: 0.05, p99Milliseconds: 10_000 },
    loadSeconds: 10,
    stagingTexts: texts.filter((text) => !text.includes(word)),
    texts,
    percent: 10,
    bakeSeconds,
    container,
    onStep: (text) => steps.push(text),
  });
  console.log(`${steps.join("\n")}\n${JSON.stringify(result)}`);
  return result;
}

describe.skipIf(reason !== undefined)(title, () => {
  test("promotes a good model, and no request fails; with replicas in the image where one can be built", async () => {
    const built = buildContainer("text-service:pipeline-test");
    const how = typeof built === "string" ? `processes: ${built}` : "containers of the image";
    console.log(`replicas are ${how}`);
    const container = typeof built === "string" ? undefined : built;
    const { outcome, failed, serves } = await deliver(copyModel, 20, container);
    expect({ outcome, failed, serves }).toEqual({ outcome: "promoted", failed: 0, serves: "2" });
  });

  test("refuses a worse model before anybody sees it", async () => {
    const { outcome, reasons, serves } = await deliver((root) =>
      worseModel(root, [
        ["good", "bad"],
        ["great", "awful"],
      ]),
    );
    expect({ outcome, serves }).toEqual({ outcome: "refused by the gate", serves: "1" });
    expect(reasons.join()).toMatch(/accuracy|slice/);
  });

  test("rolls back by itself a model that fails where no test looked", async () => {
    // Time for the alarm, which ends it: the fewer requests a busy machine answers, the longer that takes.
    const result = await deliver((root) => failingModel(root, word), 120);
    expect(result).toMatchObject({ outcome: "rolled back", serves: "1" });
    // Its own share of the traffic, and nothing of the others'.
    expect(result.failed).toBeGreaterThan(0);
    expect(result.failed).toBeLessThan(0.2 * result.requests + 5);
  });
});
