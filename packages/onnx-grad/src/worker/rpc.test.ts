import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { remote } from "./rpc.ts";

type Work = { work(argument?: unknown): Promise<unknown> };

const port = 'require("node:worker_threads").parentPort';

test("remote(worker).call rejects with what the worker died of, in later calls too", async () => {
  const code = `${port}.on("message", () => { throw new Error("out of luck"); })`;
  const worker = new Worker(code, { eval: true });
  const thread = remote<Work>(worker);
  const exit = new Promise((resolve) => {
    worker.once("exit", resolve);
  });
  await expect(thread.call("work")).rejects.toThrow("out of luck");
  await exit;
  await expect(thread.call("work")).rejects.toThrow("out of luck");
});

test("remote(worker).call with what cannot be sent rejects, and the next call is answered", async () => {
  const code = `${port}.on("message", ({ id, args }) => ${port}.postMessage({ id, result: args[0] }))`;
  const thread = remote<Work>(new Worker(code, { eval: true }));
  await expect(thread.call("work", () => 1)).rejects.toThrow("could not be cloned");
  expect(await thread.call("work", 7)).toBe(7);
  await thread.close();
});
