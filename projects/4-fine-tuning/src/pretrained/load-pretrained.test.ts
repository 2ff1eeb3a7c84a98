import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as og from "@ml-roadmap/onnx-grad";
import {
  readSafetensors,
  writeSafetensors,
  writeSharded,
  type Tensor,
} from "@ml-roadmap/safetensors";
import "@ml-roadmap/testing/matchers";
import { describe, expect, test } from "vitest";
import type { Task } from "../data/example.ts";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import { textModel } from "../models/text-model.ts";
import {
  pytorchFolder,
  pytorchModel,
  pytorchNames,
  type PytorchName,
} from "../testing/pytorch-models.ts";
import { TextBatches } from "../training/text-batches.ts";
import { predictLogits } from "../training/predict-logits.ts";
import { fittingWeights, loadPretrained, type FittingWeights } from "./load-pretrained.ts";

const taskOf = (name: PytorchName): Task => ({
  kind: "classes",
  labels: pytorchModel(name).logits[0].map((_, k) => `label ${k}`),
});

/** The logits of a fixture's texts, as the model of this folder gives them. */
async function logitsOf(name: PytorchName, folder: string, batchSize = 64): Promise<Float32Array> {
  const { config, tensors, tokenizer } = await loadPretrained(folder);
  const task = taskOf(name);
  const build: og.Build = (graph) => textModel(graph, config, task);
  const { weights, fresh } = fittingWeights(build, tensors);
  expect(fresh).toEqual([]);
  const trainer = await og.createTrainer({ build, weights });
  const examples = pytorchModel(name).texts.map((texts) => ({ ...texts, target: 0 }));
  const texts = new TextBatches(examples, task, tokenizer, config.positions);
  try {
    return await predictLogits((batch) => trainer.predict(batch), texts, task, batchSize);
  } finally {
    await trainer.close();
  }
}

/** A copy of a fixture with its tensors changed; a null leaves one out. */
async function changed(
  name: PytorchName,
  change: (name: string, tensor: Tensor) => readonly [string, Tensor] | null,
): Promise<{ folder: string; tensors: Record<string, Tensor> }> {
  const folder = await temporaryFolder();
  for (const file of ["config.json", "tokenizer.json"]) {
    await copyFile(join(pytorchFolder(name), file), join(folder, file));
  }
  const { tensors } = await readSafetensors(join(pytorchFolder(name), "model.safetensors"));
  const entries = Object.entries(tensors).map(([key, tensor]) => change(key, tensor));
  return { folder, tensors: Object.fromEntries(entries.filter((entry) => entry !== null)) };
}

async function renamed(name: PytorchName, rename: (name: string) => string): Promise<string> {
  const { folder, tensors } = await changed(name, (key, tensor) => [rename(key), tensor]);
  await writeSafetensors(join(folder, "model.safetensors"), tensors);
  return folder;
}

describe.each(pytorchNames)("loadPretrained(%s)", (name) => {
  const { logits, texts, ids, mask, types } = pytorchModel(name);
  const expected = logits.flat();

  test("gives PyTorch's logits, for texts and pairs padded together", async () => {
    expect(await logitsOf(name, pytorchFolder(name))).toBeAllClose(expected, {
      atol: 1e-4,
      rtol: 0,
    });
  });

  test("gives the same logits whatever a text is padded to", async () => {
    const alone = await logitsOf(name, pytorchFolder(name), 1);
    expect(alone).toBeAllClose(expected, { atol: 1e-4, rtol: 0 });
  });

  test("reads a tokenizer that gives the model's tokens", async () => {
    const { tokenizer } = await loadPretrained(pytorchFolder(name));
    for (const [row, { text, pair }] of texts.entries()) {
      const encoded = tokenizer.encode(text, pair, 16);
      const length = mask[row].filter((bit) => bit === 1).length;
      expect(encoded.ids).toEqual(ids[row].slice(0, length));
      expect(encoded.types).toEqual(types[row].slice(0, length));
    }
  });

  test("knows the tensors without the family's prefix, and with it", async () => {
    const family = name === "distilbert" ? "distilbert." : "bert.";
    const bare = await renamed(name, (key) => key.replace(family, ""));
    const prefixed = await renamed(name, (key) =>
      /^(embeddings|encoder|transformer|pooler)\./.test(key) ? family + key : key,
    );
    for (const folder of [bare, prefixed]) {
      expect(await logitsOf(name, folder)).toBeAllClose(expected, { atol: 1e-4, rtol: 0 });
    }
  });

  test("reads a checkpoint in shards", async () => {
    const { folder, tensors } = await changed(name, (key, tensor) => [key, tensor]);
    const index = await writeSharded(folder, tensors, { maxShardBytes: 8000 });
    expect((await readFile(index, "utf8")).match(/model-00003-of/)).not.toBeNull();
    expect(await logitsOf(name, folder)).toBeAllClose(expected, { atol: 1e-4, rtol: 0 });
  });
});

test("loadPretrained knows the norms of checkpoints that came from TensorFlow, gamma and beta", async () => {
  const folder = await renamed("bert", (key) =>
    key.replace(/(LayerNorm)\.weight$/, "$1.gamma").replace(/(LayerNorm)\.bias$/, "$1.beta"),
  );
  const { tensors } = await readSafetensors(join(folder, "model.safetensors"));
  expect(tensors).toHaveProperty(["bert.encoder.layer.1.output.LayerNorm.gamma"]);
  const expected = pytorchModel("bert").logits.flat();
  expect(await logitsOf("bert", folder)).toBeAllClose(expected, { atol: 1e-4, rtol: 0 });
});

describe("fittingWeights", () => {
  async function fit(
    name: PytorchName,
    folder: string,
    task = taskOf(name),
  ): Promise<FittingWeights> {
    const { config, tensors } = await loadPretrained(folder);
    return fittingWeights((graph) => textModel(graph, config, task), tensors);
  }

  test("tells which tensors of an earlier task are not used", async () => {
    const { fresh, unused } = await fit("bert", pytorchFolder("bert"));
    expect(fresh).toEqual([]);
    expect(unused).toEqual([
      "cls.predictions.transform.dense.weight",
      "cls.predictions.transform.dense.bias",
      "cls.predictions.transform.LayerNorm.weight",
      "cls.predictions.transform.LayerNorm.bias",
      "cls.predictions.bias",
      "cls.seq_relationship.weight",
      "cls.seq_relationship.bias",
    ]);
  });

  test("starts a head anew that is missing or of another size", async () => {
    const five: Task = { kind: "classes", labels: ["a", "b", "c", "d", "e"] };
    const { fresh, weights } = await fit("bert", pytorchFolder("bert"), five);
    expect(fresh).toEqual(["classifier.weight", "classifier.bias"]);
    expect(weights).not.toHaveProperty(["classifier.weight"]);
    const { folder, tensors } = await changed("distilbert", (key, tensor) =>
      key.includes("classifier") ? null : [key, tensor],
    );
    await writeSafetensors(join(folder, "model.safetensors"), tensors);
    expect((await fit("distilbert", folder)).fresh).toEqual([
      "pre_classifier.weight",
      "pre_classifier.bias",
      "classifier.weight",
      "classifier.bias",
    ]);
  });

  test("names every tensor that is missing, misshapen or unknown, and throws", async () => {
    expect((await fit("bert", pytorchFolder("bert"))).fresh).toEqual([]);
    const layer = "bert.encoder.layer.1";
    const { folder, tensors } = await changed("bert", (key, tensor) => {
      if (key === `${layer}.attention.self.key.weight`) return null;
      if (key === `${layer}.output.dense.bias`) return null;
      if (key === "bert.embeddings.word_embeddings.weight") {
        return [key, { ...tensor, shape: [15, 32] }];
      }
      return [key === `${layer}.intermediate.dense.bias` ? `${layer}.inner.bias` : key, tensor];
    });
    await writeSafetensors(join(folder, "model.safetensors"), tensors);
    const error = await fit("bert", folder).catch(String);
    expect(error).toContain(`missing: ${layer}.attention.self.key.weight`);
    expect(error).toContain(`missing: ${layer}.output.dense.bias`);
    expect(error).toContain(`missing: ${layer}.intermediate.dense.bias`);
    expect(error).toContain(
      "wrong shape: bert.embeddings.word_embeddings.weight, expected [30, 16], found [15, 32]",
    );
    expect(error).toContain(`not used: ${layer}.inner.bias`);
    expect(error).not.toContain("missing: classifier");
  });
});

describe("loadPretrained of a folder that is not whole", () => {
  test("says which files of the weights it looked for", async () => {
    const { folder } = await changed("bert", () => null);
    await expect(loadPretrained(folder)).rejects.toThrow(
      "expected model.safetensors or model.safetensors.index.json, found neither",
    );
  });

  test("names a file that is missing, cut off or no JSON", async () => {
    const folder = await temporaryFolder();
    await expect(loadPretrained(folder)).rejects.toThrow(/config\.json: cannot be read \(ENOENT\)/);
    await writeFile(join(folder, "config.json"), '{ "model_type": "be');
    await expect(loadPretrained(folder)).rejects.toThrow(/config\.json: expected JSON.*cut off/);
    await copyFile(join(pytorchFolder("bert"), "config.json"), join(folder, "config.json"));
    await expect(loadPretrained(folder)).rejects.toThrow(/tokenizer\.json: cannot be read/);
    await writeFile(join(folder, "tokenizer.json"), "<html>");
    await expect(loadPretrained(folder)).rejects.toThrow(/tokenizer\.json: expected JSON/);
    await writeFile(join(folder, "tokenizer.json"), "{}");
    await expect(loadPretrained(folder)).rejects.toThrow(/tokenizer\.json: is not a tokenizer/);
  });

  test("refuses weights that are cut off", async () => {
    const { folder } = await changed("bert", () => null);
    const whole = await readFile(join(pytorchFolder("bert"), "model.safetensors"));
    await writeFile(join(folder, "model.safetensors"), whole.subarray(0, whole.length - 100));
    await expect(loadPretrained(folder)).rejects.toThrow(/model\.safetensors/);
  });

  test("refuses a tokenizer that has more tokens than the model embeds", async () => {
    const { folder, tensors } = await changed("bert", (key, tensor) => [key, tensor]);
    await writeSafetensors(join(folder, "model.safetensors"), tensors);
    const config: unknown = JSON.parse(await readFile(join(folder, "config.json"), "utf8"));
    const smaller = JSON.stringify({ ...Object(config), vocab_size: 20 });
    await writeFile(join(folder, "config.json"), smaller);
    await expect(loadPretrained(folder)).rejects.toThrow(
      "the tokenizer has 30 tokens, the model embeds only 20: they do not belong together",
    );
  });
});
