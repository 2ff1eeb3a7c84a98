import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as og from "../index.ts";
import type { OnnxModel, Tensors } from "../index.ts";
import { hashedWeights } from "../testing/hashed.ts";
import { modelCases } from "../testing/model-fixture.ts";
import { relativeError } from "../testing/op-session.ts";
import { quantizeChannels, quantizeRows } from "./quantize.ts";

async function run(model: OnnxModel, feeds: Tensors): Promise<number[]> {
  const session = await og.onnxNode.createSession(og.encodeModel(model));
  const used = Object.entries(feeds).filter(([name]) => session.inputNames.includes(name));
  const { logits } = await session.run(Object.fromEntries(used), { logits: null });
  await session.release();
  return Array.from(logits.data, Number);
}

for (const { name, fixture, build, batch } of modelCases()) {
  describe(`exportModel(${name})`, () => {
    const weights = hashedWeights(fixture.shapes, fixture.scale);
    const exported = og.exportModel({ build, weights });

    test("float32 gives what the trainer predicts, with standard operators only", async () => {
      const trainer = await og.createTrainer({ build, weights });
      const { labels: _, ...inputs } = batch;
      const { logits } = await trainer.predict(inputs);
      await trainer.close();
      expect(
        relativeError(await run(exported, batch), Array.from(logits.data, Number)),
      ).toBeLessThan(1e-5);
      expect(new Set(exported.graph.nodes.map(({ domain }) => domain))).toEqual(new Set([""]));
      expect(exported.graph.inputs.map((input) => input.name)).not.toContain("labels");
    });

    test("float16 and int8 stay near to float32", async () => {
      const expected = await run(exported, batch);
      const half = og.exportModel({ build, weights, precision: "float16" });
      expect(relativeError(await run(half, batch), expected)).toBeLessThan(5e-3);
      const int8 = og.exportModel({ build, weights, precision: "int8" });
      expect(relativeError(await run(int8, batch), expected)).toBeLessThan(0.15);
    });
  });
}

describe("exportModel(options)", () => {
  const [bert] = modelCases();
  const weights = hashedWeights(bert.fixture.shapes, bert.fixture.scale);

  test("int8 replaces every large matrix and shares what is quantised twice", () => {
    const { build } = bert;
    const { graph } = og.exportModel({ build, weights, precision: "int8" });
    const count = (op: string): number => graph.nodes.filter(({ opType }) => opType === op).length;
    // 6 a layer and the pooler; the classifier's 3 columns stay as they are.
    expect(count("MatMulInteger")).toBe(13);
    const names = graph.initializers.map(({ name }) => name);
    expect(names).toContain("classifier.weight_transposed");
    // Query, key and value have one input.
    expect(count("DynamicQuantizeLinear")).toBe(9);
    const stored = graph.initializers.map(({ name }) => name);
    expect(stored).toContain("bert.embeddings.word_embeddings.weight_table_int8");
    expect(stored).not.toContain("bert.embeddings.word_embeddings.weight");
  });

  test("int8 quantises a matrix once for lookups and once for products when it serves both", () => {
    const gpt = modelCases().find(({ name }) => name === "gpt");
    if (gpt === undefined) throw new Error("no gpt");
    const tied = hashedWeights(gpt.fixture.shapes, gpt.fixture.scale);
    const { build } = gpt;
    const { graph } = og.exportModel({ build, weights: tied, precision: "int8" });
    const names = graph.initializers.map(({ name }) => name).filter((name) => /embed/.test(name));
    expect(names.sort()).toEqual([
      "model.embed_tokens.weight_table_int8",
      "model.embed_tokens.weight_table_scale",
      "model.embed_tokens.weight_transposed_columns_int8",
      "model.embed_tokens.weight_transposed_columns_scale",
      "model.embed_tokens.weight_transposed_columns_zero",
    ]);
  });

  test("metadata is kept", () => {
    const metadata = { trained: "2026-01-01" };
    expect(og.exportModel({ build: bert.build, weights, metadata }).metadata).toEqual(metadata);
  });

  test("missing weights and numbers that float16 cannot hold are refused", () => {
    const { build } = bert;
    const { "classifier.bias": _, ...others } = weights;
    expect(() => og.exportModel({ build, weights: others })).toThrow(
      "exportModel: no weights for classifier.bias",
    );
    const large = { ...weights };
    large["bert.encoder.layer.0.intermediate.dense.weight"] = new Float32Array(1024).fill(7e4);
    expect(() => og.exportModel({ build, weights: large, precision: "float16" })).toThrow(
      /element 0 of bert\.encoder.* does not fit into float16/,
    );
  });
});

test("quantizeWeights(model) keeps factors within 64, so that no processor's sum of two products is cut off", () => {
  const [{ build, fixture }] = modelCases();
  const weights = hashedWeights(fixture.shapes, fixture.scale);
  const int8 = og.exportModel({ build, weights, precision: "int8" });
  const factors = new Set(
    int8.graph.nodes
      .filter(({ opType }) => opType === "MatMulInteger")
      .map(({ inputs }) => inputs[1]),
  );
  const integers = int8.graph.initializers
    .filter(({ name }) => factors.has(name))
    .map(({ bytes }) => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  expect(integers.length).toBe(factors.size);
  for (const all of integers) expect(all.reduce((a, b) => Math.max(a, Math.abs(b)), 0)).toBe(64);
});

test("quantizeWeights(model) replaces Gemm nodes of a model that was made elsewhere", async () => {
  const [k, n] = [24, 20];
  const graph = og.newGraph({ mode: "inference", contrib: true });
  const weight = graph.parameter("w", [n, k]);
  const x = graph.input("x", ["rows", k]);
  const logits = og.linear(x, weight, graph.parameter("b", [n]));
  const weights = hashedWeights({ w: [n, k], b: [n] }, 0.5);
  const model = og.toModel(graph, { outputs: { logits }, weights });
  expect(model.graph.nodes.map(({ opType }) => opType)).toContain("Gemm");
  const quantised = og.quantizeWeights(model);
  expect(quantised.graph.nodes.map(({ opType }) => opType)).not.toContain("Gemm");
  const values = Float32Array.from({ length: 3 * k }, (_, i) => Math.sin(i));
  const feeds = { x: og.float32(values, [3, k]) };
  expect(relativeError(await run(quantised, feeds), await run(model, feeds))).toBeLessThan(0.02);
});

describe("quantisation", () => {
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
    .chain(([rows, columns]) =>
      fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        values: fc.float32Array({
          minLength: rows * columns,
          maxLength: rows * columns,
          noNaN: true,
          min: -100,
          max: 100,
        }),
      }),
    );

  test("quantizeRows(table) is off by half a step at most", () => {
    fc.assert(
      fc.property(matrix, ({ rows, columns, values }) => {
        const { integers, scales } = quantizeRows(values, rows, columns);
        for (const [i, value] of values.entries()) {
          const scale = scales[Math.floor(i / columns)];
          expect(Math.abs(integers[i] * scale - value)).toBeLessThanOrEqual(0.501 * scale);
        }
      }),
    );
  });

  test("quantizeChannels(matrix) lays both orders out as (K, N) with a scale for each of N", () => {
    fc.assert(
      fc.property(matrix, ({ rows: k, columns: n, values }) => {
        const transposed = new Float32Array(values.length);
        for (const [i, value] of values.entries()) {
          transposed[(i % n) * k + Math.floor(i / n)] = value;
        }
        const plain = quantizeChannels(values, k, n, false);
        expect(quantizeChannels(transposed, k, n, true)).toEqual(plain);
        for (const [i, value] of values.entries()) {
          const error = Math.abs(plain.integers[i] * plain.scales[i % n] - value);
          expect(error).toBeLessThanOrEqual(0.501 * plain.scales[i % n]);
        }
      }),
    );
  });
});
