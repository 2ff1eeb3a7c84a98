import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { defaultFixedSet } from "../default-model.ts";
import { REFERENCE_FILE } from "../drift/reference.ts";
import { defaultLimits } from "../gate/default-limits.ts";
import { folderStore } from "../registry/folder-store.ts";
import { ModelRegistry } from "../registry/registry.ts";
import { copyModel, worseModel } from "../test-support/other-models.ts";
import { solvedGate, solvedRegistry } from "../test-support/solved.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { fetchData } from "./fetch-data.ts";
import { fineTune } from "./fine-tune.ts";
import { retrain, type RetrainOptions } from "./retrain.ts";

const swapped: [string, string][] = [
  ["good", "awful"],
  ["great", "dull"],
];

/** A registry, and a training in it that gives a certain model. */
async function setUp() {
  solvedRegistry();
  solvedGate();
  const folder = await temporaryFolder();
  const registry = new ModelRegistry(folderStore(join(folder.path, "registry")));
  const data = join(folder.path, "texts.jsonl");
  await writeFile(data, '{"text": "a great film", "label": "positive"}\n');
  const run = (train: () => Promise<string>, options: Partial<RetrainOptions> = {}) =>
    retrain({
      registry,
      name: "sentiment",
      data,
      train,
      fixedSet: defaultFixedSet(),
      precision: "fp32",
      // What else runs on this machine must not decide.
      limits: { ...defaultLimits, maxSlowdown: 10 },
      cache: join(folder.path, "cache"),
      by: "test",
      reason: "drift",
      code: "0123456",
      ...options,
    });
  const good = () => copyModel(folder.path);
  const worse = () => worseModel(folder.path, swapped);
  return { folder, registry, data, run, good, worse };
}

describe("retrain", () => {
  test("registers the first model and lets it serve, with where it came from", async () => {
    const { folder, registry, run, good } = await setUp();
    await using _ = folder;
    const { version } = await run(good);
    expect(version).toBe("1");
    expect(await registry.log.current("sentiment")).toMatchObject({
      version: "1",
      by: "test",
      reason: "drift",
    });
    const { manifest } = await registry.version("sentiment", "1");
    expect(manifest.code).toBe("0123456");
    expect(manifest.data?.sha256).toMatch(/^[\da-f]{64}$/);
    expect(manifest.metrics["accuracy"]).toBeGreaterThan(0.9);
    expect(manifest.files.map(({ path }) => path)).toContain(REFERENCE_FILE);
  });

  test("keeps nothing of a model that the gate refuses, and the champion serves on", async () => {
    const { folder, registry, run, good, worse } = await setUp();
    await using _ = folder;
    await run(good);
    const { version, checks } = await run(worse);
    expect(version).toBeUndefined();
    expect(checks.filter(({ passes }) => !passes).map(({ name }) => name)).toContain("accuracy");
    expect(await registry.versions("sentiment")).toEqual(["1"]);
    expect((await registry.log.current("sentiment"))?.version).toBe("1");
  });

  test("promotes nothing when another version serves than the one it was compared with", async () => {
    const { folder, registry, run, good, worse } = await setUp();
    await using _ = folder;
    await run(worse, { limits: { ...defaultLimits, sliceFloor: 0 } });
    const raced = run(async () => {
      const other = await registry.push(await good(), { name: "sentiment", by: "somebody" });
      await registry.promote("sentiment", other.manifest.version, { by: "somebody" });
      return good();
    });
    await expect(raced).rejects.toThrow("somebody was faster");
    expect((await registry.log.current("sentiment"))?.by).toBe("somebody");
  });
});

test("fineTune(...) names a trainer that is not there, or the step that failed", async () => {
  await using folder = await temporaryFolder();
  const options = { data: "reviews", scratch: folder.path, options: [] };
  await expect(fineTune({ ...options, trainer: join(folder.path, "cli.js") })).rejects.toThrow(
    "cli.js is not there",
  );
  const failing = join(folder.path, "fails.mjs");
  await writeFile(failing, "process.exit(3)");
  await expect(fineTune({ ...options, trainer: failing })).rejects.toThrow("finetune ended with 3");
});

test("fetchData(...) leaves files and names of data sets as they are", async () => {
  await using folder = await temporaryFolder();
  const here = fileURLToPath(import.meta.url);
  expect(await fetchData(here, folder.path)).toBe(here);
  expect(await fetchData("reviews", folder.path)).toBe("reviews");
  expect(await readdir(folder.path)).toEqual([]);
});
