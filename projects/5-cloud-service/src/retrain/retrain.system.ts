import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderStore } from "../registry/folder-store.ts";
import { ModelRegistry } from "../registry/registry.ts";
import { missing, Programs } from "../system/programs.ts";
import { madeUpReviews } from "../test-support/made-up-reviews.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { fineTuner } from "./fine-tune.ts";

const reason = missing() ?? (existsSync(fineTuner) ? undefined : "build phase 4");
const title = reason
  ? `text-service retrain (skipped: ${reason})`
  : "text-service retrain, with phase 4's own training";

const lines = (records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");
const labels = ["negative", "positive"];
const reviews = (count: number, seed: number) =>
  madeUpReviews(count, seed).map(({ text, label }) => ({ text, label: labels[label] }));
/** Labels that have nothing to do with the texts: there is nothing to be learned. */
const confused = (records: readonly { text: string; label: string }[]) =>
  records.map(({ text }, i) => ({ text, label: labels[i % 2] }));

describe.skipIf(reason !== undefined)(title, () => {
  test("trains, gates, registers and promotes; and refuses what it learned from wrong labels", async () => {
    await using folder = await temporaryFolder();
    await using programs = new Programs();
    const [good, bad, fixed] = ["good", "bad", "fixed"].map((name) =>
      join(folder.path, `${name}.jsonl`),
    );
    const training = reviews(400, 21);
    await writeFile(good, lines(training));
    await writeFile(bad, lines(confused(training)));
    await writeFile(fixed, lines(reviews(200, 22)));
    const place = join(folder.path, "registry");
    const retrain = async (data: string) => {
      const options = ["--registry", place, "--data", data, "--fixed-set", fixed];
      const training = ["--max-slowdown", "10", "--reason", "drift", "--", "--epochs", "3"];
      const environment = { MODEL_CACHE: join(folder.path, "cache") };
      const args = ["retrain", ...options, ...training];
      const { code, text } = await programs.run(args, environment);
      console.log(text);
      return code;
    };
    expect(await retrain(good)).toBe(0);
    expect(await retrain(bad)).toBe(1);

    const registry = new ModelRegistry(folderStore(place));
    expect(await registry.versions("sentiment")).toEqual(["1"]);
    const { manifest } = await registry.verify("sentiment", "1");
    expect(manifest.metrics["accuracy"]).toBeGreaterThan(0.7);
    expect((await registry.log.current("sentiment"))?.reason).toBe("drift");
  });
});
