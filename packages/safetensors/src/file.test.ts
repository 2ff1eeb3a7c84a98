import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import {
  openSafetensors,
  parse,
  readSafetensors,
  requireTensor,
  serialize,
  writeSafetensors,
} from "./index.ts";
import type { Tensors } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "safetensors-"));
afterAll(() => rmSync(folder, { recursive: true }));

const tensors: Tensors = {
  coef: { dtype: "F64", shape: [2], data: Float64Array.of(0.25, -4) },
  labels: { dtype: "U8", shape: [3], data: Uint8Array.of(1, 2, 3) },
};

test("writeSafetensors(path) then readSafetensors(path) gives the tensors and metadata back", async () => {
  const path = join(folder, "model.safetensors");
  await writeSafetensors(path, tensors, { metadata: { seed: "7" } });
  const read = await readSafetensors(path);
  expect({ ...read.tensors }).toEqual(tensors);
  expect(read.metadata["seed"]).toBe("7");
  expect(new Uint8Array(readFileSync(path))).toEqual(
    serialize(tensors, { metadata: { seed: "7" } }),
  );
});

test("writeSafetensors(path) replaces a file whole and leaves nothing else behind", async () => {
  const path = join(folder, "replaced.safetensors");
  writeFileSync(path, "old");
  await writeSafetensors(path, tensors);
  expect(Object.keys((await readSafetensors(path)).tensors)).toEqual(["coef", "labels"]);
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("writeSafetensors(path) leaves the old file when it cannot write the new one", async () => {
  const path = join(folder, "missing-folder", "model.safetensors");
  await expect(writeSafetensors(path, tensors)).rejects.toThrow("ENOENT");
  const kept = join(folder, "kept.safetensors");
  await writeSafetensors(kept, tensors);
  const bad: Tensors = { w: { dtype: "F32", shape: [9], data: new Float32Array(1) } };
  await expect(writeSafetensors(kept, bad)).rejects.toThrow("needs 9 elements, found 1");
  expect(Object.keys((await readSafetensors(kept)).tensors)).toEqual(["coef", "labels"]);
});

describe("openSafetensors(path)", () => {
  test("openSafetensors(path) lists shapes and reads one tensor at a time", async () => {
    const path = join(folder, "partial.safetensors");
    await writeSafetensors(path, tensors);
    const file = await openSafetensors(path);
    expect([...file.entries].map(([name, { dtype, shape }]) => [name, dtype, shape])).toEqual([
      ["coef", "F64", [2]],
      ["labels", "U8", [3]],
    ]);
    expect(await file.read("labels")).toEqual(tensors["labels"]);
    await expect(file.read("weight")).rejects.toThrow("not in the file, which has coef, labels");
    await file.close();
  });

  test("openSafetensors(path) names the file it refuses", async () => {
    const path = join(folder, "broken.safetensors");
    writeFileSync(path, serialize(tensors).subarray(0, -1));
    await expect(openSafetensors(path)).rejects.toThrow(/broken\.safetensors: file: the header/);
    writeFileSync(path, "");
    await expect(readSafetensors(path)).rejects.toThrow("at least 8 bytes, found 0");
  });
});

const data = process.env["ML_ROADMAP_DATA"];
const real = join(data ?? "", "models", "tinystories-656k", "model.safetensors");
const missing = data === undefined || !existsSync(real);

test.skipIf(missing)(
  `readSafetensors(path) reads a published model${missing ? " (skipped: ML_ROADMAP_DATA has no models/tinystories-656k)" : ""}`,
  async () => {
    const { tensors: weights } = await readSafetensors(real);
    let parameters = 0;
    for (const { data: values } of Object.values(weights)) parameters += values.length;
    expect(parameters).toBeGreaterThan(500_000);
    const inMemory = parse(readFileSync(real)).tensors;
    expect(Object.keys(inMemory)).toEqual(Object.keys(weights));
    for (const [name, { dtype, shape, data: values }] of Object.entries(weights)) {
      expect(requireTensor(inMemory, name, dtype, shape).data).toEqual(values);
    }
  },
);
