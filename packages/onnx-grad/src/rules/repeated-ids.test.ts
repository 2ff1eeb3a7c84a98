import { describe, expect, test } from "vitest";
import * as og from "../index.ts";
import type { Build } from "../index.ts";

// ONNX Runtime's ScatterND with reduction "add" loses updates when it runs on several threads and indices
// repeat. None of our ways to add rows up may: each is run 100 times on 2 threads, with whole numbers, so that
// every right sum is exact. N lookups, V rows, H columns.

const [N, H] = [4096, 16];

/** `toEqual` takes seconds for so many. */
function sameNumbers(a: ArrayLike<unknown>, b: Float32Array): boolean {
  return a.length === b.length && b.every((value, i) => value === a[i]);
}

/** Row `i % 8` of the table is read at place `i`: each of 8 rows 512 times. */
const ids = Array.from({ length: N }, (_, i) => i % 8);
const upstream = Float32Array.from({ length: N * H }, (_, i) => (i % 7) - 3);

function sums(rows: number): Float32Array {
  const expected = new Float32Array(rows * H);
  for (const [i, id] of ids.entries()) {
    for (let column = 0; column < H; column += 1) {
      expected[id * H + column] += upstream[i * H + column];
    }
  }
  return expected;
}

async function gradientOfGather(rows: number): Promise<og.Session> {
  const graph = og.newGraph({ mode: "training" });
  const table = graph.input("table", [rows, H], "float32", { requiresGrad: true });
  const found = og.gather(table, graph.input("ids", ["n"], "int64"));
  const loss = og.sum(og.multiply(found, graph.input("upstream", ["n", H])));
  const [gradient] = og.gradients(loss, [table]);
  const model = og.toModel(graph, { outputs: { gradient } });
  return og.onnxNode.createSession(og.encodeModel(model), { threads: 2 });
}

describe("gradients of repeated ids are exact, 100 times on 2 threads", () => {
  for (const [name, rows] of [
    ["a product with a one-hot matrix", 100],
    ["ScatterElements", 1000],
  ] as const) {
    test(`gather(table, ids) of ${rows} rows: ${name}`, async () => {
      const session = await gradientOfGather(rows);
      const feeds = {
        ids: og.int64(ids, [N]),
        upstream: og.float32(upstream, [N, H]),
      };
      const expected = sums(rows);
      for (let run = 0; run < 100; run += 1) {
        const { gradient } = await session.run(feeds, { gradient: null });
        expect(sameNumbers(gradient.data, expected)).toBe(true);
      }
      await session.release();
    });
  }

  test("embedding(table, ids) outside the graph: a whole training step", async () => {
    const build: Build = (graph) => {
      const table = graph.parameter("table", [1000, H], og.zeros);
      const found = og.embedding(table, graph.input("ids", ["n"], "int64"));
      return { loss: og.sum(og.multiply(found, graph.input("upstream", ["n", H]))) };
    };
    const expected = sums(1000);
    const optimizer = og.sgd({ learningRate: 1 });
    const trainer = await og.createTrainer({ build, optimizer, threads: 2 });
    const batch = { ids: og.int64(ids, [N]), upstream: og.float32(upstream, [N, H]) };
    for (let run = 1; run <= 100; run += 1) {
      await trainer.step(batch);
      const { table } = await trainer.weights();
      const scaled = expected.map((sum) => 0 - run * sum);
      expect(sameNumbers(table, scaled)).toBe(true);
    }
    await trainer.close();
  });
});
