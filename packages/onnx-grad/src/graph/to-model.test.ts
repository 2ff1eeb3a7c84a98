import { expect, test } from "vitest";
import * as og from "../index.ts";

async function run(
  model: og.OnnxModel,
  feeds: og.Tensors,
): Promise<Record<string, { shape: readonly number[]; data: number[] }>> {
  const session = await og.onnxNode.createSession(og.encodeModel(model));
  const fetches = Object.fromEntries(session.outputNames.map((name) => [name, null]));
  const results = await session.run(feeds, fetches);
  await session.release();
  return Object.fromEntries(
    Object.entries(results).map(([name, { shape, data }]) => [
      name,
      { shape, data: Array.from(data, Number) },
    ]),
  );
}

test("toModel(graph, { outputs }) keeps only what the outputs need", () => {
  const graph = og.newGraph({ mode: "inference" });
  const [x, unused] = [graph.input("x", ["n"]), graph.input("unused", ["n"])];
  const parameter = graph.parameter("w", [1], og.zeros);
  og.multiply(unused, parameter);
  const model = og.toModel(graph, { outputs: { y: og.add(x, 1) } });
  expect(model.graph.nodes.map(({ opType }) => opType)).toEqual(["Add"]);
  expect(model.graph.inputs.map(({ name }) => name)).toEqual(["x"]);
  expect(model.graph.initializers).toHaveLength(1);
  expect(model.opsets[""]).toBe(20);
});

test("toModel(graph, { outputs }) gives inputs and values with two names a copy", async () => {
  const graph = og.newGraph({ mode: "inference" });
  const x = graph.input("x", ["n"]);
  const y = og.exp(x);
  const model = og.toModel(graph, { outputs: { same: x, y, again: y, next: og.add(y, 1) } });
  const found = await run(model, { x: og.float32([0, 0], [2]) });
  expect(Object.fromEntries(Object.entries(found).map(([name, { data }]) => [name, data]))).toEqual(
    {
      same: [0, 0],
      y: [1, 1],
      again: [1, 1],
      next: [2, 2],
    },
  );
});

test("toModel(graph, { weights }) makes parameters part of the model", async () => {
  const graph = og.newGraph({ mode: "inference" });
  const y = og.multiply(graph.input("x", ["n"]), graph.parameter("w", [1]));
  const weights = { w: Float32Array.of(3) };
  const model = og.toModel(graph, { outputs: { y }, weights });
  expect((await run(model, { x: og.float32([1, 2], [2]) }))["y"].data).toEqual([3, 6]);
  const wrong = { w: new Float32Array(2) };
  expect(() => og.toModel(graph, { outputs: { y }, weights: wrong })).toThrow(
    "weights: w of shape [1] needs 1 elements, found 2",
  );
});

test("sizes that only the run knows come out right for every batch", async () => {
  const graph = og.newGraph({ mode: "inference" });
  const x = graph.input("x", ["batch", "n", 4]);
  const longer = og.concatenate([x, og.slice(x, 1, 1)], 1);
  const merged = og.reshape(longer, ["batch", -1]);
  const mean = og.mean(x, { axis: [0, 1] });
  const model = og.toModel(graph, {
    outputs: { merged, mean, positions: og.range(graph, "n"), causal: og.causalBias(graph, "n") },
  });
  for (const [batch, n] of [
    [1, 1],
    [2, 3],
    [5, 2],
  ]) {
    const data = Float32Array.from({ length: batch * n * 4 }, (_, i) => i);
    const found = await run(model, { x: og.float32(data, [batch, n, 4]) });
    expect(found["merged"].shape).toEqual([batch, (2 * n - 1) * 4]);
    expect(found["mean"].data[0]).toBeCloseTo(2 * (batch * n - 1), 4);
    expect(found["positions"].data).toEqual(Array.from({ length: n }, (_, i) => i));
    expect(found["causal"].data[n - 1]).toBe(n === 1 ? 0 : -1e9);
  }
});
