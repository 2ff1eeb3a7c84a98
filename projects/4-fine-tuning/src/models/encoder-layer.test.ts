import * as og from "@ml-roadmap/onnx-grad";
import { float32, type Value } from "@ml-roadmap/onnx-grad";
import "@ml-roadmap/testing/matchers";
import { describe, expect, test } from "vitest";
import { constant, numbers, runGraph } from "../testing/run-graph.ts";
import { connected, type Parts } from "./encoder-layer.ts";

/** What `connected` makes of these numbers, with parts that are simple functions of one number. */
async function outputs(x: readonly number[], parts: Parts): Promise<number[]> {
  const { y } = await runGraph((graph) => ({
    y: connected(constant(graph, float32(x, [1, 1, x.length])), parts),
  }));
  expect(y.shape).toEqual([1, 1, x.length]);
  return numbers(y);
}

const same = (x: Value): Value => x;
const nothing = (x: Value): Value => og.multiply(x, 0);

describe("4.6 connected", () => {
  test("adds what went in to each half, and normalises the sum", async () => {
    const found = await outputs([1, 3], {
      attention: og.square,
      attentionNorm: (x) => og.multiply(x, 10),
      feedForward: (x) => og.add(x, 1),
      outputNorm: (x) => og.subtract(x, 0.5),
    });
    // 1 + 1 = 2, times 10 = 20, 20 + 21 = 41, less 0.5; and 3 + 9 = 12, 120, 241.
    expect(found).toEqual([40.5, 240.5]);
  });

  test("lets the input through, to both norms, when the halves add nothing", async () => {
    const found = await outputs([1, -2, 3], {
      attention: nothing,
      attentionNorm: (x) => og.add(x, 100),
      feedForward: nothing,
      outputNorm: (x) => og.multiply(x, -1),
    });
    expect(found).toEqual([-101, -98, -103]);
  });

  test("gives the feed-forward network what the first norm made", async () => {
    const seen = await outputs([2, -4], {
      attention: nothing,
      attentionNorm: (x) => og.multiply(x, 3),
      feedForward: (x) => og.multiply(x, 7),
      outputNorm: same,
    });
    expect(seen).toEqual([48, -96]);
  });

  test("ends with a norm, whose scale the layer's output has", async () => {
    const scale = float32([1, 1, 1, 1], [4]);
    const found = await runGraph((graph) => {
      const [weight, bias] = [constant(graph, scale), og.multiply(constant(graph, scale), 0)];
      const norm = (x: Value): Value => og.layerNorm(x, weight, bias, 1e-12);
      const x = constant(graph, float32([1, 2, 3, 10], [1, 1, 4]));
      const half = (y: Value): Value => og.multiply(y, 5);
      const parts = { attention: half, attentionNorm: norm, feedForward: half, outputNorm: norm };
      return { y: connected(x, parts) };
    });
    const y = numbers(found["y"]);
    expect(y.reduce((sum, v) => sum + v, 0)).toBeCloseTo(0, 4);
    expect(y.reduce((sum, v) => sum + v * v, 0)).toBeCloseTo(4, 4);
  });
});
