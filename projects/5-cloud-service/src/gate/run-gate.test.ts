import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DataError } from "../data/labelled-text.ts";
import { defaultModelFolder } from "../default-model.ts";
import { modelFile } from "../model/precision.ts";
import { failingModel, largeModel, worseModel } from "../test-support/other-models.ts";
import { refusal } from "../test-support/refusal.ts";
import { solvedGate } from "../test-support/solved.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { defaultLimits } from "./default-limits.ts";
import { runGate } from "./run-gate.ts";

const data = fileURLToPath(new URL("../../fixtures/gate.jsonl", import.meta.url));

describe("runGate", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let worse = "";
  beforeAll(async () => {
    solvedGate();
    folder = await temporaryFolder();
    worse = await worseModel(folder.path, [
      ["good", "awful"],
      ["great", "dull"],
    ]);
  });
  afterAll(() => folder?.[Symbol.asyncDispose]());

  const gate = async (challenger: string, champion?: string, limits = {}) =>
    runGate({
      challenger,
      ...(champion !== undefined && { champion }),
      data,
      precision: "fp32",
      // What else runs on this machine must not decide.
      limits: { ...defaultLimits, maxSlowdown: 10, ...limits },
    });
  const refusals = async (...args: Parameters<typeof gate>) => {
    const { passes, checks } = await gate(...args);
    const names = checks.filter((check) => !check.passes).map(({ name }) => name);
    expect(passes).toBe(names.length === 0);
    return names;
  };

  test("accepts a better model, and the first one", async () => {
    expect(await refusals(defaultModelFolder(), worse)).toEqual([]);
    expect(await refusals(defaultModelFolder())).toEqual([]);
  });

  test("refuses a worse model", async () => {
    expect(await refusals(worse, defaultModelFolder())).toContain("accuracy");
  });

  test("refuses a larger, slower one that knows nothing, for every reason", async () => {
    const large = await largeModel(folder.path);
    // So small a slowdown that any model is over it: how much slower this one is depends on the machine.
    const limits = { maxSlowdown: 0.001, maxBytes: 5e6 };
    const found = await refusals(large, defaultModelFolder(), limits);
    expect(found).toEqual(expect.arrayContaining(["accuracy", "speed", "size"]));
  });

  test("refuses a damaged model and one that fails on a text, and says why", async () => {
    const failing = await failingModel(folder.path, "film");
    expect(await refusals(failing, defaultModelFolder())).toEqual(["runs"]);
    await writeFile(join(failing, modelFile("fp32")), "no model");
    expect(await refusals(failing, defaultModelFolder())).toEqual(["runs"]);
    await writeFile(join(failing, "config.json"), "{");
    expect(await refusals(failing, defaultModelFolder())).toEqual(["loads"]);
  });

  test("refuses a model with other labels", async () => {
    const other = await worseModel(folder.path, []);
    await writeFile(join(other, "config.json"), '{"id2label": {"0": "negative", "1": "good"}}');
    const set = join(folder.path, "set.jsonl");
    await writeFile(set, '{"text": "a", "label": 1}\n');
    const { checks } = await runGate({
      challenger: other,
      champion: defaultModelFolder(),
      data: set,
      precision: "fp32",
      limits: defaultLimits,
    });
    expect(checks).toMatchObject([{ name: "labels", passes: false }]);
  });

  test("fails itself, and refuses nobody, when the set cannot be read or the champion cannot be run", async () => {
    const without = runGate({
      challenger: defaultModelFolder(),
      data: join(folder.path, "none.jsonl"),
      precision: "fp32",
      limits: defaultLimits,
    });
    expect(await refusal(without, DataError)).toContain("cannot be read (ENOENT)");
    await expect(gate(defaultModelFolder(), join(folder.path, "none"))).rejects.toThrow("ENOENT");
  });
});
