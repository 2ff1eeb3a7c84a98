import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as ort from "onnxruntime-node";
import { afterAll, describe, expect, test } from "vitest";
import { convNet } from "../../examples/convnet.ts";
import * as og from "../index.ts";
import type { OnnxModel } from "../index.ts";
import { hashedWeights } from "../testing/hashed.ts";

const folder = mkdtempSync(join(tmpdir(), "onnx-grad-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("writeModel(path, model)", () => {
  const images = og.float32(
    Float32Array.from({ length: 64 }, (_, i) => Math.sin(i)),
    [1, 1, 8, 8],
  );
  const logits = async (path: string): Promise<number[]> => {
    const session = await ort.InferenceSession.create(path);
    const input = new ort.Tensor("float32", Float32Array.from(images.data, Number), [1, 1, 8, 8]);
    const results = await session.run({ images: input });
    await session.release();
    return Array.from(results["logits"].data, Number);
  };

  test("writeModel(path, model, { external }) puts weights beside the model, readModel(path) finds them", async () => {
    const model = wide();
    const [inside, outside] = [join(folder, "inside.onnx"), join(folder, "outside.onnx")];
    await og.writeModel(inside, model);
    await og.writeModel(outside, model, { external: true });
    expect(statSync(`${outside}_data`).size).toBeGreaterThan(5000);
    expect(statSync(outside).size).toBeLessThan(statSync(inside).size - 5000);
    const all = await og.readModel(outside);
    expect(Buffer.from(og.encodeModel(all)).equals(Buffer.from(og.encodeModel(model)))).toBe(true);
    expect(await logits(outside)).toEqual(await logits(inside));
  });

  test("writeModel(path, model, { external }) leaves no earlier model beside data of the new one", async () => {
    const path = join(folder, "again.onnx");
    await og.writeModel(path, wide(), { external: true });
    // The data cannot be replaced: a folder of that name is in the way.
    rmSync(`${path}_data`);
    mkdirSync(join(`${path}_data`, "full"), { recursive: true });
    await expect(og.writeModel(path, wide(), { external: true })).rejects.toThrow(
      /EISDIR|ENOTEMPTY|EPERM|EEXIST|directory/,
    );
    expect(existsSync(path)).toBe(false);
  });

  test("readModel(path) refuses external data that is short or outside the folder", async () => {
    const path = join(folder, "short.onnx");
    await og.writeModel(path, wide(), { external: true });
    writeFileSync(`${path}_data`, "short");
    await expect(og.readModel(path)).rejects.toThrow(/readModel: tensor .* which has \d+/);
    const escaping = wide();
    const initializers = escaping.graph.initializers.map((tensor) => ({
      ...tensor,
      bytes: new Uint8Array(0),
      external: { location: "../secret", offset: 0, length: tensor.bytes.length },
    }));
    const bytes = og.encodeModel({ ...escaping, graph: { ...escaping.graph, initializers } });
    expect(() => og.decodeModel(bytes)).toThrow("expected a file beside the model");
  });

  function wide(): OnnxModel {
    const graph = og.newGraph({ mode: "inference" });
    const { outputs } = convNet(graph, { size: 8, channels: 12, classes: 4 });
    const shapes = Object.fromEntries(
      [...graph.parameters].map(([name, { shape }]) => [name, shape]),
    );
    return og.toModel(graph, { outputs, weights: hashedWeights(shapes, 0.2) });
  }
});
