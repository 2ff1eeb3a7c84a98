import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseShardIndex, readSharded, writeSharded } from "./index.ts";
import type { Tensors } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "safetensors-shards-"));
afterAll(() => rmSync(folder, { recursive: true }));

const tensors: Tensors = {
  a: { dtype: "F32", shape: [4], data: Float32Array.of(1, 2, 3, 4) },
  b: { dtype: "F32", shape: [2], data: Float32Array.of(5, 6) },
  c: { dtype: "I64", shape: [3], data: BigInt64Array.of(7n, 8n, 9n) },
};

test("writeSharded(folder) splits by bytes and readSharded(index) joins again", async () => {
  const index = await writeSharded(folder, tensors, { maxShardBytes: 24 });
  expect(readdirSync(folder).sort()).toEqual([
    "model-00001-of-00002.safetensors",
    "model-00002-of-00002.safetensors",
    "model.safetensors.index.json",
  ]);
  expect({ ...(await readSharded(index)) }).toEqual(tensors);
});

test("readSharded(index) throws when a shard lacks a tensor", async () => {
  const index = join(folder, "wrong.index.json");
  const weight_map = { z: "model-00001-of-00002.safetensors" };
  writeFileSync(index, JSON.stringify({ metadata: {}, weight_map }));
  await expect(readSharded(index)).rejects.toThrow('tensor "z": not in the file');
});

test("parseShardIndex(json) reads total_size and weight_map", () => {
  const index = parseShardIndex(
    '{"metadata":{"total_size":12},"weight_map":{"w":"a.safetensors"}}\n',
  );
  expect(index.totalSize).toBe(12);
  expect([...index.weightMap]).toEqual([["w", "a.safetensors"]]);
});

test("parseShardIndex(json) refuses files outside the folder and malformed indexes", () => {
  for (const file of ["../x.safetensors", "/x.safetensors", "a\\b.safetensors", "x.bin"]) {
    const json = JSON.stringify({ weight_map: { w: file } });
    expect(() => parseShardIndex(json)).toThrow("expected a .safetensors file of the same folder");
  }
  expect(() => parseShardIndex("[]")).toThrow("expected a weight_map");
  expect(() => parseShardIndex('{"weight_map":{"a":"x.safetensors","a":"y.safetensors"}}')).toThrow(
    "stands twice",
  );
});
