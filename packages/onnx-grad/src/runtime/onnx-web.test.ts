import * as ort from "onnxruntime-web/wasm";
import { expect, test } from "vitest";
import * as og from "../index.ts";
import { trainSmall } from "../testing/small-training.ts";

// onnxruntime-web also runs in Node; the test in a real browser is system/browser.test.ts.

// Some seconds of WebAssembly on one thread, which are minutes on a busy machine.
const timeout = 300_000;

test("onnxWeb(ort) trains as onnxNode does", { timeout }, async () => {
  const [web, node] = [await trainSmall(og.onnxWeb(ort)), await trainSmall(og.onnxNode)];
  for (const [name, losses] of Object.entries(node)) {
    const worst = Math.max(...losses.map((loss, i) => Math.abs(loss - web[name][i])));
    expect(worst).toBeLessThan(1e-4);
  }
  for (const { 0: first, 19: last } of [node["gpt"], node["convNet"]]) {
    expect(last).toBeLessThan(0.7 * first);
  }
});

test("onnxWeb(ort) writes into a fetch that holds a tensor", async () => {
  const graph = og.newGraph({ mode: "inference" });
  const y = og.multiply(graph.input("x", ["n"]), 2);
  const model = og.encodeModel(og.toModel(graph, { outputs: { y } }));
  const session = await og.onnxWeb(ort).createSession(model);
  const into = og.float32(new Float32Array(2), [2]);
  await session.run({ x: og.float32([1, 2], [2]) }, { y: into });
  expect([...into.data]).toEqual([2, 4]);
  await session.release();
});
