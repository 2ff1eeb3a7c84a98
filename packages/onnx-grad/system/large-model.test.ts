import { mkdtempSync, rmSync, statfsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as ort from "onnxruntime-node";
import { expect, test } from "vitest";
import * as og from "../src/index.ts";

// V rows of H columns: 2.2 GB of float32.
const [V, H] = [540_000, 1024];

const { bavail, bsize } = statfsSync(tmpdir());
const hasRoom = bavail * bsize > 6e9;

test.skipIf(!hasRoom)(
  `writeModel(path, model) puts more than 2 GiB beside the model${hasRoom ? "" : " (skipped: less than 6 GB free for temporary files)"}`,
  async () => {
    const graph = og.newGraph({ mode: "inference" });
    const table = graph.parameter("table", [V, H]);
    const y = og.embedding(table, graph.input("ids", ["n"], "int64"));
    const weights = new Float32Array(V * H);
    weights[(V - 1) * H + 3] = 42;
    const model = og.toModel(graph, { outputs: { y }, weights: { table: weights } });
    expect(() => og.encodeModel(model)).toThrow(/a protobuf holds 2147483647; use writeModel/);
    const folder = mkdtempSync(join(tmpdir(), "onnx-grad-large-"));
    try {
      const path = join(folder, "large.onnx");
      await og.writeModel(path, model);
      expect(statSync(path).size).toBeLessThan(1000);
      expect(statSync(`${path}_data`).size).toBe(V * H * 4);
      const [tensor] = (await og.readModel(path)).graph.initializers;
      expect(tensor.bytes.length).toBe(V * H * 4);
      const session = await ort.InferenceSession.create(path);
      const ids = new ort.Tensor("int64", BigInt64Array.of(BigInt(V - 1)), [1]);
      const results = await session.run({ ids });
      expect(results["y"].data[3]).toBe(42);
      await session.release();
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
