import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { modelBatcher } from "../batching/model-batcher.ts";
import { createServer } from "../server/create-server.ts";
import {
  EXIT,
  FAIL,
  HANG,
  REFUSE,
  SLOW,
  type FragileOptions,
} from "../test-support/fragile-worker-codes.ts";
import { solved } from "../test-support/solved.ts";
import type { Tensors } from "../tensors/tensor.ts";
import { threadedModel, type ThreadedOptions } from "./threaded-model.ts";
import { workerFile } from "./worker-file.ts";

const file = workerFile("../test-support/fragile-worker", import.meta.url);
const missing = !existsSync(file);
const title = missing ? "threadedModel (skipped: build first)" : "threadedModel";

async function start({ data, ...options }: ThreadedOptions & { data?: FragileOptions } = {}) {
  await solved();
  const model = await threadedModel(file, { data: data ?? {}, ...options });
  const predict = async (...x: number[]) => [...(await model.predict(inputs(...x))).get("y")!.data];
  return { model, predict, [Symbol.asyncDispose]: async () => model.close!() };
}

const inputs = (...x: number[]): Tensors =>
  new Map([
    ["x", { name: "x", datatype: "FP32", shape: [x.length / 2, 2], data: Float32Array.from(x) }],
  ]);

describe.skipIf(missing)(title, () => {
  test("has the facts of its worker's model, and computes as that does", async () => {
    await using fragile = await start({ data: { version: "5" }, threads: 2 });
    expect(fragile.model).toMatchObject({ name: "fragile", version: "5", concurrency: 2 });
    expect(await fragile.predict(1, 2, 3, 4)).toEqual([2, 4, 6, 8]);
    expect(fragile.model.ready!()).toBe(true);
  });

  test("is warm before it serves", async () => {
    await using fragile = await start();
    const outputs = await fragile.model.predict(inputs(1, 2));
    expect(outputs.get("count")!.data[0]).toBe(4);
  });

  test("throws what loading throws, and leaves no thread behind", async () => {
    await expect(start({ data: { fault: "no weights" }, threads: 2 })).rejects.toThrow(
      "no weights",
    );
    const nothing = workerFile("no-such-worker", import.meta.url);
    await expect(threadedModel(nothing)).rejects.toThrow("no-such-worker");
  });

  test("hands over problems as problems and errors as errors, and goes on", async () => {
    await using fragile = await start();
    const refused = { status: 422, message: "these numbers are not for me" };
    await expect(fragile.predict(REFUSE, 0)).rejects.toMatchObject(refused);
    await expect(fragile.predict(FAIL, 0)).rejects.toThrow("it failed");
    expect(await fragile.predict(1, 1)).toEqual([2, 2]);
  });

  test("replaces a thread that ended, and fails only what that one computed", async () => {
    const faults: unknown[] = [];
    await using fragile = await start({ threads: 2, onFault: (fault) => faults.push(fault) });
    const slow = fragile.predict(SLOW, 0);
    await expect(fragile.predict(EXIT, 0)).rejects.toThrow("ended with code 3");
    expect(await slow).toEqual([14, 0]);
    expect(await Promise.all([fragile.predict(1, 1), fragile.predict(2, 2)])).toEqual([
      [2, 2],
      [4, 4],
    ]);
    expect(faults.length).toBe(1);
  });

  test("ends a thread that hangs, and serves on with another", async () => {
    await using fragile = await start({ predictTimeout: 300 });
    await expect(fragile.predict(HANG, 0)).rejects.toThrow("did not answer within 300 ms");
    expect(await fragile.predict(3, 4)).toEqual([6, 8]);
  });

  test("leaves the event loop free while it computes", async () => {
    await using fragile = await start({ predictTimeout: 200 });
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    await expect(fragile.predict(HANG, 0)).rejects.toThrow("did not answer");
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  test("computes as many batches at once as it has threads", async () => {
    await using fragile = await start({ threads: 2 });
    let [working, most] = [0, 0];
    const counted = {
      ...fragile.model,
      predict: async (given: Tensors) => {
        most = Math.max(most, (working += 1));
        const outputs = await fragile.model.predict(given);
        working -= 1;
        return outputs;
      },
    };
    const batcher = modelBatcher(counted, { maxRows: 1, maxDelay: 0, queueLimit: 100 });
    await Promise.all(Array.from({ length: 6 }, () => batcher.submit(inputs(SLOW, 1))));
    expect(most).toBe(2);
  });

  test("refuses what comes after it was closed, and what still waited for a thread", async () => {
    const fragile = await start();
    const [working, waiting] = [fragile.predict(SLOW, 1), fragile.predict(1, 1)];
    const outcomes = Promise.allSettled([working, waiting]);
    await wait(10);
    await fragile.model.close!();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(fragile.predict(1, 1)).rejects.toMatchObject({ status: 503 });
  });

  test("serves in a server: a request that kills the thread gets 500, its neighbours their answers", async () => {
    await using fragile = await start();
    const server = await createServer({ models: [fragile.model] });
    const url = await server.listen({ port: 0 });
    const ask = async (x: number) => {
      const input = { name: "x", datatype: "FP32", shape: [1, 2], data: [x, 1] };
      const answer = await fetch(`${url}/v2/models/fragile/infer`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ inputs: [input], outputs: [{ name: "y" }] }),
      });
      return answer.status;
    };
    expect(await Promise.all([1, EXIT, REFUSE, 2].map(ask))).toEqual([200, 500, 422, 200]);
    expect((await fetch(`${url}/v2/health/ready`)).status).toBe(200);
    await server.close();
  });
});
