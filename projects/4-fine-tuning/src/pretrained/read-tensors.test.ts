import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSafetensors, serialize, writeSafetensors } from "@ml-roadmap/safetensors";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import { TextTokenizer } from "../tokenizer/text-tokenizer.ts";
import { readTensors } from "./read-tensors.ts";

const real = join(process.env["ML_ROADMAP_DATA"] ?? "", "models", "tinystories-656k");

// Skipped where the data folder is not there: these are somebody's real files, not part of the course.
describe.skipIf(!existsSync(join(real, "model.safetensors")))("a real checkpoint", () => {
  test("readTensors loads every tensor without loss", async () => {
    const bytes = await readFile(join(real, "model.safetensors"));
    const headerLength = Number(bytes.readBigUInt64LE(0));
    const header: Record<string, { shape?: number[]; data_offsets: [number, number] }> = JSON.parse(
      bytes.toString("utf8", 8, 8 + headerLength),
    );
    const tensors = await readTensors(real);
    const names = Object.keys(header).filter((name) => name !== "__metadata__");
    expect([...tensors.keys()].toSorted()).toEqual(names.toSorted());
    let weights = 0;
    for (const [name, { shape, data }] of tensors) {
      const [from, to] = header[name].data_offsets.map((offset) => 8 + headerLength + offset);
      expect(shape).toEqual(header[name].shape);
      expect(
        Buffer.from(data.buffer, data.byteOffset, data.byteLength).equals(bytes.subarray(from, to)),
      ).toBe(true);
      weights += data.length;
    }
    expect(weights).toBeGreaterThan(650_000);
  });

  test("its file, read and written again, holds the same bytes for each tensor", async () => {
    const { tensors, metadata } = await readSafetensors(join(real, "model.safetensors"));
    const path = join(await temporaryFolder(), "model.safetensors");
    await writeSafetensors(path, tensors, { metadata });
    const again = await readSafetensors(path);
    expect(again.metadata).toEqual(metadata);
    expect(Buffer.from(serialize(again.tensors)).equals(serialize(tensors))).toBe(true);
  });

  test("its tokenizer gives back the text that it took apart", async () => {
    const tokenizer = await TextTokenizer.load(real);
    expect(tokenizer.size).toBe(2048);
    const story =
      "Once upon a time, there was a little girl named Lily. She liked to play outside!";
    const ids = tokenizer.pieces(story);
    // Its pieces may hold several words.
    expect(ids.length).toBeGreaterThan(8);
    const pieces = ids.map((id) => tokenizer.token(id));
    expect(pieces.join("").replaceAll(/[▁Ġ]/g, " ").trim()).toBe(story);
  });
});

describe("readTensors", () => {
  test("gives half-precision weights as float32, and leaves out the numbering of positions", async () => {
    const folder = await temporaryFolder();
    await writeSafetensors(join(folder, "model.safetensors"), {
      half: { dtype: "F16", shape: [2], data: Uint16Array.of(0x3c00, 0xc100) },
      brain: { dtype: "BF16", shape: [1, 1], data: Uint16Array.of(0x3fc0) },
      "bert.embeddings.position_ids": {
        dtype: "I64",
        shape: [1, 2],
        data: BigInt64Array.of(0n, 1n),
      },
    });
    const tensors = await readTensors(folder);
    expect([...tensors.keys()].toSorted()).toEqual(["brain", "half"]);
    expect(tensors.get("half")).toEqual({ shape: [2], data: Float32Array.of(1, -2.5) });
    expect(tensors.get("brain")).toEqual({ shape: [1, 1], data: Float32Array.of(1.5) });
  });
});
