import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { kernels } from "@ml-roadmap/ndarray";
import { serialize, type Tensor } from "@ml-roadmap/safetensors";
import { describe, expect, test } from "vitest";
import { defaultModelFolder } from "../default-model.ts";
import { drawDigit } from "../test-support/drawings.ts";
import { modelRoot } from "../test-support/model-folder.ts";
import { solved } from "../test-support/solved.ts";
import { startDigitServer } from "../test-support/digit-server.ts";
import { workerFile } from "../threads/worker-file.ts";
import { ModelClient } from "../client.ts";
import { LONG, placeImageModel, rowMilliseconds } from "./place-image-model.ts";

const common = { maxBatchSize: 4, processes: 1 };
const neverBuilt = new URL("./never-built.js", import.meta.url);
const missing = !existsSync(workerFile("image-worker", import.meta.url));
const title = missing ? "with threads (skipped: build first)" : "with threads";

/** A folder with a network that takes long: one layer of very many filters. */
async function longModel(folder: string): Promise<void> {
  const [K, filters] = [5, 64];
  const tensors: Record<string, Tensor> = {};
  const put = (name: string, ...shape: number[]) => {
    const data = new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(0.01);
    tensors[name] = { dtype: "F32", shape, data };
  };
  const conv = (i: number, channels: number) => {
    put(`${i}.conv2d.weight`, K * K * channels, filters);
    put(`${i}.conv2d.bias`, filters);
    return { type: "conv2d", channels, filters, kernel: K };
  };
  const architecture: object[] = [conv(0, 1), conv(1, filters), { type: "globalAveragePool" }];
  put("3.dense.weight", filters, 10);
  put("3.dense.bias", 10);
  architecture.push({ type: "dense", inputs: filters, outputs: 10 });
  const bytes = serialize(tensors);
  const card = {
    name: "digits",
    version: "1",
    architecture,
    input: { shape: [28, 28], mean: 0, deviation: 1 },
    labels: Array.from({ length: 10 }, (_, digit) => String(digit)),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
  await writeFile(join(folder, "model.safetensors"), bytes);
  await writeFile(join(folder, "model.json"), JSON.stringify(card));
}

describe("placeImageModel", () => {
  test("computes where it is told to compute: without threads on the event loop", async () => {
    await solved();
    const model = await placeImageModel(defaultModelFolder(), { ...common, threads: 0 });
    expect(model.concurrency ?? 1).toBe(1);
    expect(model).not.toHaveProperty("ready");
    expect(await rowMilliseconds(model)).toBeGreaterThan(0);
  });

  test("keeps no weights of a network that does not have an output for each label", async () => {
    await solved();
    await using root = await modelRoot();
    await root.add("digits", { labels: ["0", "1"] });
    const { blocks } = kernels().heap;
    // With the worker, and where it is not built.
    for (const worker of [undefined, neverBuilt]) {
      const placement = { ...common, threads: "auto" as const, ...(worker && { worker }) };
      const placed = placeImageModel(join(root.path, "digits"), placement);
      await expect(placed).rejects.toThrow("2 labels, but 10 outputs");
      expect(kernels().heap.blocks).toBe(blocks);
    }
  });

  test("computes on the event loop where the worker is not built, however long a row takes", async () => {
    await solved();
    await using root = await modelRoot();
    await longModel(root.path);
    const placement = { ...common, threads: "auto" as const, worker: neverBuilt };
    const model = await placeImageModel(root.path, placement);
    expect(model).not.toHaveProperty("ready");
    expect(await rowMilliseconds(model)).toBeGreaterThan(LONG);
    await model.close?.();
  });

  describe.skipIf(missing)(title, () => {
    test("puts a network that takes long into threads by itself", async () => {
      await solved();
      await using root = await modelRoot();
      await longModel(root.path);
      const model = await placeImageModel(root.path, { ...common, threads: "auto", processes: 64 });
      expect(model).toHaveProperty("ready");
      expect(model.concurrency).toBe(1);
      await model.close?.();
      const onLoop = await placeImageModel(root.path, { ...common, threads: 0 });
      expect(await rowMilliseconds(onLoop)).toBeGreaterThan(LONG);
    });

    test("answers in a server as it does without", async () => {
      await using server = await startDigitServer({ INFERENCE_THREADS: "2" });
      const [{ model }] = server.server.registry.all;
      expect(model.concurrency).toBe(2);
      const client = new ModelClient(server.url);
      const read = async (digit: number) => (await client.readDigit(await drawDigit(digit))).digit;
      expect(await Promise.all([3, 7, 0, 2].map(read))).toEqual([3, 7, 0, 2]);
      // The model's own check refuses before anything goes to a thread.
      const pixels = Array<number>(784).fill(256);
      await expect(client.readDigit({ pixels })).rejects.toMatchObject({ status: 400 });
    });
  });
});
