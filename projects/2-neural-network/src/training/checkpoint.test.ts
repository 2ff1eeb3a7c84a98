import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDigits } from "@ml-roadmap/datasets";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, type LayerSpec } from "../models/architecture.ts";
import { mlp } from "../models/recipes.ts";
import { loadCheckpoint, saveCheckpoint } from "./checkpoint.ts";
import { defaults, type TrainOptions } from "./options.ts";
import { stream } from "./streams.ts";
import { Training } from "./training.ts";

const data = generateDigits(100, 1);
const options: TrainOptions = {
  ...defaults,
  epochs: 3,
  batchSize: 32,
  averageDecay: 0.9,
  augmentation: { shift: 2, rotate: 10, scale: 0.1, shear: 0.1, elastic: 1 },
};
const specs = mlp([784, 16, 10], { dropout: 0.2, batchNorm: true });

function begin(
  layers: LayerSpec[] = specs,
  changed: Partial<TrainOptions> = {},
  images = data,
): Training {
  return new Training(build(layers, stream(0, "weights", 0)), images, { ...options, ...changed });
}

function finish(training: Training): Training {
  while (!training.done) training.advance();
  return training;
}

/** Every number of the network's state. */
function state({ network, averages }: Training): number[][] {
  const all = [
    ...network.parameters.map(({ value }) => value),
    ...Object.values(network.buffers),
    ...averages,
  ];
  return all.map((array) => [...array.toTyped()]);
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkpoint-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("loadCheckpoint", () => {
  test("goes on bit for bit as the unbroken training, from the middle of an epoch", async () => {
    const path = join(folder, "a.safetensors");
    const broken = begin();
    for (let i = 0; i < 6; i++) broken.advance();
    await saveCheckpoint(path, broken);
    const resumed = begin();
    await loadCheckpoint(path, resumed);
    expect(resumed.step).toBe(6);
    expect(state(finish(resumed))).toEqual(state(finish(begin())));
  });

  test("refuses a checkpoint of another architecture, naming the array and both shapes", async () => {
    const path = join(folder, "b.safetensors");
    await saveCheckpoint(path, begin());
    const other = begin(mlp([784, 24, 10], { dropout: 0.2, batchNorm: true }));
    await expect(loadCheckpoint(path, other)).rejects.toThrow(
      /another architecture.*weights\/1.dense.weight.*expected shape \[784,24\], found \[784,16\]/,
    );
  });

  test("refuses other options, other data and a truncated file", async () => {
    const path = join(folder, "c.safetensors");
    await saveCheckpoint(path, begin());
    await expect(loadCheckpoint(path, begin(specs, { seed: 1, epochs: 4 }))).rejects.toThrow(
      /other options or data \(epochs: expected 4, found 3; seed: expected 1, found 0\)/,
    );
    const fewer = begin(specs, {}, generateDigits(90, 1));
    await expect(loadCheckpoint(path, fewer)).rejects.toThrow(/images: expected 90, found 100/);
    await writeFile(path, "half a checkpoint");
    await expect(loadCheckpoint(path, begin())).rejects.toThrow(/SafetensorsError|header/);
  });
});
