import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as ort from "onnxruntime-node";
import { describe, expect, test } from "vitest";
import * as og from "../index.ts";
import { transposedProduct } from "./transposed-product.ts";

function modelOf(m: number, n: number): Uint8Array {
  const graph = og.newGraph({ mode: "inference" });
  const [a, b] = [graph.input("a", ["k", m]), graph.input("b", ["k", n])];
  return og.encodeModel(og.toModel(graph, { outputs: { y: transposedProduct(a, b, 0.5) } }));
}

const matrix = (k: number, columns: number) =>
  Float32Array.from({ length: k * columns }, (_, i) => Math.sin(1 + i));

const sizes = [
  { k: 5, m: 64, n: 80, isTurned: true },
  { k: 7, m: 80, n: 64, isTurned: true },
  { k: 1, m: 64, n: 64, isTurned: true },
  { k: 9, m: 63, n: 100, isTurned: false },
  { k: 3, m: 2, n: 64, isTurned: false },
  { k: 2, m: 300, n: 64, isTurned: false },
];

describe.each(sizes)("transposedProduct(a, b): ($k, $m) and ($k, $n)", ({ k, m, n, isTurned }) => {
  test("is the product of the transpose", async () => {
    const session = await og.onnxNode.createSession(modelOf(m, n));
    const [a, b] = [matrix(k, m), matrix(k, n)];
    const feeds = { a: og.float32(a, [k, m]), b: og.float32(b, [k, n]) };
    const { y } = await session.run(feeds, { y: null });
    expect(y.shape).toEqual([m, n]);
    for (let i = 0; i < m; i += 1)
      for (let j = 0; j < n; j += 1) {
        let sum = 0;
        for (let l = 0; l < k; l += 1) sum += a[l * m + i] * b[l * n + j];
        expect(y.data[i * n + j]).toBeCloseTo(0.5 * sum, 5);
      }
    await session.release();
  });

  test(`has ${isTurned ? "no" : "a"} transposed left factor`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "onnx-grad-transposed-"));
    const optimizedModelFilePath = join(folder, "model.onnx");
    const session = await ort.InferenceSession.create(modelOf(m, n), {
      optimizedModelFilePath,
      // It warns that the file is for this machine only.
      logSeverityLevel: 3,
    });
    await session.release();
    const { nodes } = og.decodeModel(readFileSync(optimizedModelFilePath)).graph;
    rmSync(folder, { recursive: true });
    const products = nodes.filter(({ opType }) => opType.includes("Gemm"));
    const flags = products.map(({ attributes }) => Number(attributes["transA"].value));
    expect(flags).toEqual([isTurned ? 0 : 1]);
  });
});

test("transposedProduct(a, b) takes symbolic sizes", async () => {
  const graph = og.newGraph({ mode: "inference" });
  const [a, b] = [graph.input("a", ["k", "m"]), graph.input("b", ["k", 70])];
  const y = transposedProduct(a, b, 2);
  expect(y.shape).toEqual(["m", 70]);
  const session = await og.onnxNode.createSession(
    og.encodeModel(og.toModel(graph, { outputs: { y } })),
  );
  const feeds = { a: og.float32([1, 2], [1, 2]), b: og.float32(matrix(1, 70), [1, 70]) };
  const { y: found } = await session.run(feeds, { y: null });
  expect(found.data[70]).toBeCloseTo(4 * Math.sin(1), 6);
  await session.release();
});
