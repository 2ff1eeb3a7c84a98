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
  { k: 5, m: 64, n: 80 },
  { k: 7, m: 80, n: 64 },
  { k: 1, m: 64, n: 64 },
  { k: 9, m: 63, n: 100 },
  { k: 3, m: 2, n: 64 },
];

describe.each(sizes)("transposedProduct(a, b): ($k, $m) and ($k, $n)", ({ k, m, n }) => {
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

  test("is not folded into a product with a transposed left factor, if wide", async () => {
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
    const isTransposed = Math.min(m, n) < 64;
    expect(products.map(({ attributes }) => Number(attributes["transA"].value))).toEqual([
      Number(isTransposed),
    ]);
  });
});
