import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Model } from "../model.ts";
import { texts } from "../tensors/datatype.ts";
import { byName, type Tensors } from "../tensors/tensor.ts";
import { solved } from "../test-support/solved.ts";
import { modelBatcher, type BatchingOptions } from "./model-batcher.ts";

const request = (...data: string[]): Tensors =>
  byName({ name: "text", datatype: "BYTES", shape: [data.length], data });

/** A model that measures texts, and notes which it was given together. */
async function lengths(change: Partial<Model> = {}, options: Partial<BatchingOptions> = {}) {
  await solved();
  const batches: string[] = [];
  let [working, most] = [0, 0];
  const model: Model = {
    name: "lengths",
    version: "1",
    platform: "test",
    inputs: [{ name: "text", datatype: "BYTES", shape: [-1] }],
    outputs: [{ name: "length", datatype: "INT32", shape: [-1] }],
    maxBatchSize: 8,
    predict: async (inputs) => {
      const { data, shape } = inputs.get("text")!;
      batches.push(texts(data).join(" "));
      most = Math.max(most, (working += 1));
      await wait(5);
      working -= 1;
      const length = Int32Array.from(texts(data), (text) => text.length);
      return byName({ name: "length", datatype: "INT32", shape, data: length });
    },
    ...change,
  };
  const batcher = modelBatcher(model, { maxRows: 8, maxDelay: 0, queueLimit: 100, ...options });
  const ask = async (...data: string[]) => [
    ...(await batcher.submit(request(...data))).get("length")!.data,
  ];
  return { ask, batches, most: () => most };
}

const first = (inputs: Tensors) => String(inputs.get("text")!.data[0]);

describe("modelBatcher", () => {
  test("joins requests and gives each its own rows", async () => {
    const { ask, batches } = await lengths();
    const found = await Promise.all([ask("a", "bb"), ask("ccc"), ask("dddd")]);
    expect(found).toEqual([[1, 2], [3], [4]]);
    expect(batches).toEqual(["a bb ccc dddd"]);
  });

  test("joins only what the model groups, the group of the oldest first", async () => {
    const { ask, batches } = await lengths({ group: (inputs) => String(first(inputs).length) });
    await Promise.all(["a", "long", "b", "more", "c"].map((text) => ask(text)));
    expect(batches).toEqual(["a b c", "long more"]);
  });

  test("closes a batch at the model's cost, or at its rows, whichever comes first", async () => {
    const change = { cost: (inputs: Tensors) => first(inputs).length, maxBatchCost: 6 };
    const { ask, batches } = await lengths(change, { maxRows: 4 });
    await Promise.all(["aaaa", "bb", "c", "d", "e", "f", "g"].map((text) => ask(text)));
    expect(batches).toEqual(["aaaa bb", "c d e f", "g"]);
  });

  test("computes a request that alone costs more than a batch may", async () => {
    const { ask } = await lengths({ cost: () => 1000, maxBatchCost: 6 });
    expect(await ask("a")).toEqual([1]);
  });

  test("computes one batch at a time, or as many as the model can", async () => {
    for (const concurrency of [1, 3]) {
      const { ask, most } = await lengths({ concurrency, maxBatchSize: 2 });
      const all = ["a", "b", "c", "d", "e", "f", "g", "h"].map((text) => ask(text));
      expect((await Promise.all(all)).flat()).toEqual(Array(8).fill(1));
      expect(most()).toBe(concurrency);
    }
  });

  test("tells the rows and the time of every batch", async () => {
    const told: number[][] = [];
    const { ask } = await lengths({}, { onBatch: (rows, ms) => told.push([rows, ms]) });
    await Promise.all([ask("a", "b"), ask("c")]);
    expect(told.map(([rows]) => rows)).toEqual([3]);
    expect(told[0][1]).toBeGreaterThan(0);
  });
});
