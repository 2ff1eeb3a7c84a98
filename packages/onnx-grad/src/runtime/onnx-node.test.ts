import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as ort from "onnxruntime-node";
import { expect, test } from "vitest";
import { bert } from "../../examples/bert.ts";
import * as og from "../index.ts";
import { encoderBatch } from "../testing/batches.ts";
import { hashedWeights } from "../testing/hashed.ts";
import { bertFixture } from "../testing/model-fixture.ts";
import { planTraining } from "../train/plan.ts";
import { WebAssembly } from "../train/web-assembly.ts";

// What the trainer takes for granted about onnxruntime-node, which is pinned to one version: see a failure
// here as news about an update, not as a mistake of the test.

async function doubling(): Promise<og.Session> {
  const graph = og.newGraph({ mode: "inference" });
  const x = graph.input("x", ["n"]);
  const outputs = { y: og.multiply(x, 2), z: og.add(x, 1) };
  return og.onnxNode.createSession(og.encodeModel(og.toModel(graph, { outputs })));
}

test("a run reads the feed's memory as it is then, a view into a WebAssembly memory too", async () => {
  const session = await doubling();
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  const view = new Float32Array(memory.buffer, 256, 3);
  const feeds = { x: og.float32(view, [3]) };
  view.set([1, 2, 3]);
  const first = await session.run(feeds, { y: null });
  view.set([4, 5, 6]);
  const second = await session.run(feeds, { y: null });
  expect([...first["y"].data]).toEqual([2, 4, 6]);
  expect([...second["y"].data]).toEqual([8, 10, 12]);
  await session.release();
});

test("a result is memory of its own: it may be changed and given away, later runs do not touch it", async () => {
  const session = await doubling();
  const feeds = { x: og.float32([1, 2], [2]) };
  const [first, second] = [
    await session.run(feeds, { y: null, z: null }),
    await session.run(feeds, { y: null }),
  ];
  if (first["y"].data instanceof Float32Array) first["y"].data.fill(0);
  expect([...second["y"].data]).toEqual([2, 4]);
  expect([...first["z"].data]).toEqual([2, 3]);
  const { buffer } = first["z"].data;
  if (buffer instanceof ArrayBuffer) structuredClone(buffer, { transfer: [buffer] });
  expect(buffer.byteLength).toBe(0);
  expect([...(await session.run(feeds, { z: null }))["z"].data]).toEqual([2, 3]);
  await session.release();
});

test("a fetch that holds a tensor is written into", async () => {
  const session = await doubling();
  const into = og.float32(new Float32Array(2), [2]);
  const results = await session.run({ x: og.float32([1, 2], [2]) }, { y: into });
  expect(results["y"]).toBe(into);
  expect([...into.data]).toEqual([2, 4]);
  await session.release();
});

test("memory that is shared between threads is refused as a feed (Node 20) or read rightly (later)", async () => {
  const session = await doubling();
  const shared = new Float32Array(new SharedArrayBuffer(8));
  shared.set([1, 2]);
  const found = await session.run({ x: og.float32(shared, [2]) }, { y: null }).then(
    ({ y }) => [...y.data].join(),
    (error: unknown) => String(error),
  );
  expect(found).toMatch(/^2,4$|Invalid argument/);
  await session.release();
});

test("each layer's gradients are computed before the next layer's turn, so that little must be kept", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onnx-grad-order-"));
  const { config, shapes, scale } = bertFixture;
  const { trainModel } = planTraining({ build: (graph) => bert(graph, config) });
  const session = await ort.InferenceSession.create(trainModel, {
    enableProfiling: true,
    profileFilePrefix: join(folder, "profile"),
    enableMemPattern: false,
  });
  const fed: og.Tensors = {
    ...floatTensors(hashedWeights(shapes, scale), shapes),
    ...encoderBatch(1, config, 3, 7),
  };
  const rows = og.float32(new Float32Array(3 * 7 * config.hidden), [3, 7, config.hidden]);
  const feeds = session.inputNames.map((name) => {
    const { dtype, data, shape } = name in fed ? fed[name] : rows;
    return [name, new ort.Tensor(dtype === "int64" ? dtype : "float32", data, shape)] as const;
  });
  await session.run(Object.fromEntries(feeds));
  session.endProfiling();
  await session.release();
  const [file] = readdirSync(folder);
  const events: { name: string }[] = JSON.parse(readFileSync(join(folder, file), "utf8"));
  rmSync(folder, { recursive: true });

  const turn = new Map(events.map(({ name }, i) => [name.replace("_kernel_time", ""), i]));
  const { nodes } = og.decodeModel(trainModel).graph;
  const turnsOf = (prefix: string): number[] =>
    nodes
      .filter(({ outputs }) => outputs.some((name) => name.startsWith(`gradient:${prefix}`)))
      .flatMap(({ name }) => turn.get(name) ?? []);
  const [last, first] = [turnsOf("bert.encoder.layer.1."), turnsOf("bert.encoder.layer.0.")];
  expect([last.length, first.length]).toEqual([16, 16]);
  expect(Math.max(...last)).toBeLessThan(Math.min(...first));
});

function floatTensors(
  values: Readonly<Record<string, Float32Array>>,
  shapes: Readonly<Record<string, readonly number[]>>,
): og.Tensors {
  return Object.fromEntries(
    Object.entries(values).map(([name, data]) => [name, og.float32(data, shapes[name])]),
  );
}
