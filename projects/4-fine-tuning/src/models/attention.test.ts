import * as og from "@ml-roadmap/onnx-grad";
import { float32 } from "@ml-roadmap/onnx-grad";
import { seededNormal } from "@ml-roadmap/testing";
import "@ml-roadmap/testing/matchers";
import { describe, expect, test } from "vitest";
import { constant, counted, numbers, runGraph } from "../testing/run-graph.ts";
import { scaledDotProduct, splitHeads } from "./attention.ts";

const normal = (seed: number, shape: readonly number[]): og.Tensor =>
  float32(
    Float32Array.from(
      seededNormal(
        seed,
        shape.reduce((a, b) => a * b),
      ),
    ),
    shape,
  );

describe("4.4 splitHeads", () => {
  test("puts a head's part of every token together", async () => {
    // Two tokens of four numbers; the first head takes the first two of each.
    const x = float32([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 4]);
    const { y } = await runGraph((graph) => ({ y: splitHeads(constant(graph, x), 2) }));
    expect(y.shape).toEqual([1, 2, 2, 2]);
    expect(numbers(y)).toEqual([1, 2, 5, 6, 3, 4, 7, 8]);
  });

  test("keeps texts, tokens and numbers of a head apart", async () => {
    const [texts, tokens, heads, size] = [2, 3, 4, 5];
    const x = counted([texts, tokens, heads * size]);
    const { y } = await runGraph((graph) => ({ y: splitHeads(constant(graph, x), heads) }));
    expect(y.shape).toEqual([texts, heads, tokens, size]);
    const at = ([b, a, s, d]: number[]) => numbers(y)[((b * heads + a) * tokens + s) * size + d];
    const from = ([b, a, s, d]: number[]) => (b * tokens + s) * heads * size + a * size + d;
    for (const place of [
      [0, 0, 0, 0],
      [0, 3, 1, 2],
      [1, 0, 2, 4],
      [1, 2, 0, 1],
      [1, 3, 2, 4],
    ]) {
      expect(at(place)).toBe(from(place));
    }
  });

  test("takes texts of any number and length", async () => {
    const x = counted([3, 2, 6]);
    const { y } = await runGraph(
      (graph) => ({ y: splitHeads(graph.input("x", ["batch", "sequence", 6]), 3) }),
      { x },
    );
    expect(y.shape).toEqual([3, 3, 2, 2]);
    expect(numbers(y).slice(0, 4)).toEqual([0, 1, 6, 7]);
  });
});

describe("4.5 scaledDotProduct", () => {
  const [batch, heads, tokens, size] = [2, 3, 5, 4];
  const shape = [batch, heads, tokens, size];
  const [query, key, value] = [normal(1, shape), normal(2, shape), normal(3, shape)];
  // Of the second text, the last two tokens are padding.
  const bias = float32([0, 0, 0, 0, 0, 0, 0, 0, -1e9, -1e9], [batch, 1, 1, tokens]);
  const attend = async (v: og.Tensor = value, k: og.Tensor = key): Promise<number[]> => {
    const { y } = await runGraph((graph) => {
      const [q, keys, values, b] = [query, k, v, bias].map((x) => constant(graph, x));
      return { y: scaledDotProduct(q, keys, values, b) };
    });
    expect(y.shape).toEqual(shape);
    return numbers(y);
  };

  test("weighs values by how well their keys fit the query", async () => {
    // One head of size 4, so that scores are halved: those of the first query are ln 3 and 0.
    const one = (...data: number[]) => float32(data, [1, 1, 2, 4]);
    const [q, k] = [one(2 * Math.log(3), 0, 0, 0, 0, 0, 0, 0), one(1, 0, 0, 0, 0, 1, 0, 0)];
    const v = one(4, 8, 0, 1, 8, 0, 4, 1);
    const { y } = await runGraph((graph) => ({
      y: scaledDotProduct(
        constant(graph, q),
        constant(graph, k),
        constant(graph, v),
        constant(graph, float32([0, 0], [1, 1, 1, 2])),
      ),
    }));
    // Weights 3/4 and 1/4, then 1/2 and 1/2.
    expect(numbers(y)).toBeAllClose([5, 6, 1, 1, 6, 4, 2, 1], { atol: 1e-5, rtol: 0 });
  });

  test("gives what onnx-grad's attention gives, which the encoder uses", async () => {
    const { theirs } = await runGraph((graph) => {
      const [q, k, v, b] = [query, key, value, bias].map((x) => constant(graph, x));
      return { theirs: og.attention(q, k, v, { bias: b }) };
    });
    expect(await attend()).toBeAllClose(numbers(theirs), { atol: 1e-5, rtol: 1e-5 });
  });

  test("gives padding no weight, and the tokens all of it", async () => {
    // A value of ones shows the sum of the weights.
    const ones = await attend(float32(new Float32Array(value.data.length).fill(1), shape));
    expect(ones).toBeAllClose(new Float64Array(ones.length).fill(1), { atol: 1e-5, rtol: 0 });
    const half = value.data.length / 2;
    const isPadding = (i: number) => i >= half && Math.floor(i / size) % tokens >= 3;
    const spoilt = (x: og.Tensor) =>
      float32(
        numbers(x).map((v, i) => (isPadding(i) ? 100 : v)),
        shape,
      );
    const plain = await attend();
    expect(await attend(spoilt(value), spoilt(key))).toBeAllClose(plain, { atol: 1e-5, rtol: 0 });
  });
});
