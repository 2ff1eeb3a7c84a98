import { describe, expect, test } from "vitest";
import * as og from "../index.ts";
import type { Graph, Shape, Value } from "../index.ts";
import { bert, bertSizes } from "../../examples/bert.ts";

const graph = (): Graph => og.newGraph({ mode: "training" });

/** A graph with inputs of these shapes. */
function values(...shapes: Shape[]): Value[] {
  const g = graph();
  return shapes.map((shape, i) => g.input(`x${i}`, shape));
}

describe("what does not fit throws while the graph is built, with both shapes in the message", () => {
  const cases: Record<string, [() => unknown, string]> = {
    "add(a, b)": [
      () => {
        const [a, b] = values(["batch", 128], [64]);
        return og.add(a, b);
      },
      "add: cannot broadcast [batch, 128] with [64], 128 meets 64",
    ],
    "add(a, b) of two symbols": [
      () => {
        const [a, b] = values(["batch", "n"], ["batch", "m"]);
        return og.add(a, b);
      },
      "add: cannot broadcast [batch, n] with [batch, m], n meets m",
    ],
    "add(a, b) of two types": [
      () => {
        const g = graph();
        return og.add(g.input("a", [2]), g.input("b", [2], "int64"));
      },
      "add: expected one element type, found float32 [2] and int64 [2]",
    ],
    "matmul(a, b)": [
      () => {
        const [a, b] = values(["batch", 3, 4], ["batch", 5, 6]);
        return og.matmul(a, b);
      },
      "matmul: inner dimensions differ, [batch, 3, 4] x [batch, 5, 6]",
    ],
    "matmul(a, b, { transposeB })": [
      () => {
        const [a, b] = values(["batch", 3, 4], ["batch", 4, 6]);
        return og.matmul(a, b, { transposeB: true });
      },
      "matmul: inner dimensions differ, [batch, 3, 4] x [batch, 4, 6] transposed",
    ],
    "matmul(a, b) of batches": [
      () => {
        const [a, b] = values([2, 3, 4], [5, 4, 6]);
        return og.matmul(a, b);
      },
      "matmul: cannot broadcast [2] with [5], 2 meets 5",
    ],
    "matmul(a, b) of vectors": [
      () => {
        const [a, b] = values([3], [3]);
        return og.matmul(a, b);
      },
      "matmul: expected matrices, found [3] and [3]",
    ],
    "linear(x, weight)": [
      () => {
        const [x, w] = values(["batch", 4], [8, 5]);
        return og.linear(x, w);
      },
      "gemm: inner dimensions differ, [batch, 4] x [8, 5] transposed",
    ],
    "gemm(a, b, c)": [
      () => {
        const [a, b, c] = values([2, 3], [3, 4], [5, 2, 4]);
        return og.gemm(a, b, c);
      },
      "gemm: cannot add [5, 2, 4] to a product of shape [2, 4]",
    ],
    "reshape(x, shape)": [
      () => og.reshape(values(["batch", 12, 64])[0], ["batch", 700]),
      "reshape: [batch, 12, 64] has 768*batch elements, they do not fit [batch, 700]",
    ],
    "reshape(x, shape) with -1": [
      () => og.reshape(values(["batch", 5])[0], [-1, 2]),
      "they do not fit [-1, 2]",
    ],
    "transpose(x, perm)": [
      () => og.transpose(values([2, 3])[0], [0, 0]),
      "transpose: expected each axis of [2, 3] once, found [0, 0]",
    ],
    "concatenate(list, axis)": [
      () => og.concatenate(values([2, 3], [2, 4]), 0),
      "concatenate: float32 [2, 3] and float32 [2, 4] differ in more than axis 0",
    ],
    "split(x, sizes, axis)": [
      () => og.split(values([2, 5])[0], [2, 2], 1),
      "split: [2, 2] does not add up to axis 1 of [2, 5]",
    ],
    "slice(x, axis, start, end)": [
      () => og.slice(values([2, 5])[0], 1, 3, 7),
      "slice: cannot take 3 to 7 of [2, 5]",
    ],
    "squeeze(x, axis)": [
      () => og.squeeze(values([2, 5])[0], 0),
      "squeeze: axis 0 of [2, 5] is not of size 1",
    ],
    "expand(x, shape)": [
      () => og.expand(values([3, 1])[0], [2, 4]),
      "expand: cannot broadcast [3, 1] with [2, 4], 3 meets 2",
    ],
    "sum(x, { axis })": [
      () => og.sum(values([2, 3])[0], { axis: 2 }),
      "sum: axis 2 is outside a shape of 2 dimensions",
    ],
    "sum(x, { axis }) twice": [
      () => og.sum(values([2, 3])[0], { axis: [1, -1] }),
      "sum: axes [1, -1] name one twice",
    ],
    "layerNorm(x, scale)": [
      () => {
        const [x, w] = values(["n", 8], [4]);
        return og.layerNorm(x, w, undefined, 1e-5);
      },
      "layerNorm: x [n, 8] needs scale and bias of shape [8], found [4]",
    ],
    "attention(q, k, v)": [
      () => {
        const [q, k, v] = values([1, 2, 3, 4], [1, 2, 5, 4], [1, 2, 6, 4]);
        return og.attention(q, k, v);
      },
      "attention: expected q (B, A, Q, D), k and v (B, A, K, D), found [1, 2, 3, 4], [1, 2, 5, 4], [1, 2, 6, 4]",
    ],
    "crossEntropy(logits, targets)": [
      () => {
        const [x, t] = values(["n", 8], ["n"]);
        return og.crossEntropy(x, t);
      },
      "crossEntropy: logits [n, 8] need targets int64 [n] or float32 [n, 8], found float32 [n]",
    ],
    "conv(x, weight)": [
      () => {
        const [x, w] = values(["n", 3, 8, 8], [4, 2, 3, 3]);
        return og.conv(x, w);
      },
      "conv: x [n, 3, 8, 8] does not fit weight [4, 2, 3, 3] in 1 groups",
    ],
    "conv(x, weight) too large": [
      () => {
        const [x, w] = values(["n", 3, 2, 2], [4, 3, 3, 3]);
        return og.conv(x, w);
      },
      "conv: a window of [3, 3] does not fit [n, 3, 2, 2]",
    ],
    "conv(x, weight) of unknown size": [
      () => {
        const [x, w] = values(["n", 3, "height", 8], [4, 3, 3, 3]);
        return og.conv(x, w);
      },
      "conv: expected fixed spatial sizes, found [n, 3, height, 8]",
    ],
    "takeAlongAxis(x, indices, axis)": [
      () => {
        const g = graph();
        return og.takeAlongAxis(g.input("x", [2, 3]), g.input("i", [3, 1], "int64"), 1);
      },
      "takeAlongAxis: indices [3, 1] may differ from [2, 3] only along axis 1",
    ],
    "embedding(table, ids)": [
      () => {
        const g = graph();
        return og.embedding(g.input("x", [2, 3]), g.input("i", [3], "int64"));
      },
      "embedding: expected a parameter of shape (rows, columns), found x of shape [2, 3]",
    ],
    "exp(x) of integers": [
      () => og.exp(graph().input("i", [3], "int64")),
      "exp: expected floats, found int64 [3]",
    ],
    "gradients(loss, wanted) of a vector": [
      () => og.gradients(values([3])[0], []),
      "gradients: expected a float32 scalar as the loss, found float32 [3]; use sum or mean",
    ],
    "graph.input(name) twice": [
      () => {
        const g = graph();
        return [g.input("x", [1]), g.input("x", [1])];
      },
      'graph: the name "x" is taken, choose another',
    ],
    "graph.constant(type, shape, data)": [
      () => graph().constant("float32", [3], new Float32Array(2)),
      "constant: shape [3] needs 3 elements, found 2",
    ],
    "a model of which one part does not fit": [
      () => bert(graph(), { ...bertSizes("tiny"), hidden: 130, heads: 4 }),
      "reshape: expected sizes that are whole numbers >= 0 or names, found [batch, sequence, 4, 32.5]",
    ],
  };
  for (const [name, [build, message]] of Object.entries(cases)) {
    test(name, () => {
      expect(build).toThrow(og.ShapeError);
      expect(build).toThrow(message);
    });
  }
});
