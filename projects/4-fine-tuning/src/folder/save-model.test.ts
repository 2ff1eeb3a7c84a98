import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as og from "@ml-roadmap/onnx-grad";
import "@ml-roadmap/testing/matchers";
import { describe, expect, test } from "vitest";
import type { Task } from "../data/example.ts";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import { textModel } from "../models/text-model.ts";
import { fittingWeights, loadPretrained } from "../pretrained/load-pretrained.ts";
import { pytorchFolder, pytorchModel, pytorchNames } from "../testing/pytorch-models.ts";
import { saveModel } from "./save-model.ts";
import { formatTask, parseTask } from "./task-config.ts";
import { loadClassifier } from "./text-classifier.ts";

describe.each(pytorchNames)("saveModel(%s)", (name) => {
  test("writes a folder that loadClassifier opens, with the same logits", async () => {
    const { logits, texts } = pytorchModel(name);
    const task: Task = { kind: "classes", labels: logits[0].map((_, k) => `label ${k}`) };
    const tokenizerFolder = pytorchFolder(name);
    const { config, tensors } = await loadPretrained(tokenizerFolder);
    const build: og.Build = (graph) => textModel(graph, config, task);
    const { weights } = fittingWeights(build, tensors);
    const folder = join(await temporaryFolder(), "model");
    await saveModel(folder, { config, task, weights, tokenizerFolder });
    expect(existsSync(join(folder, "model.safetensors"))).toBe(true);
    const classifier = await loadClassifier(folder);
    expect(classifier.task).toEqual(task);
    expect(await classifier.logits(texts)).toBeAllClose(logits.flat(), { atol: 1e-4, rtol: 0 });
    const probabilities = await classifier.predict(texts);
    const sum = probabilities.reduce((total, p) => total + p, 0);
    expect(sum).toBeCloseTo(texts.length, 4);
    await classifier.close();
  });
});

test("saveModel names weights that are missing", async () => {
  const { config, tensors } = await loadPretrained(pytorchFolder("bert"));
  const task: Task = { kind: "regression" };
  const { weights } = fittingWeights((graph) => textModel(graph, config, task), tensors);
  const folder = await temporaryFolder();
  await expect(saveModel(folder, { config, task, weights, tokenizerFolder: "" })).rejects.toThrow(
    "there are no weights for classifier.weight",
  );
});

test("loadClassifier refuses a pretrained model that was not fine-tuned", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "config.json"), "{}");
  await expect(loadClassifier(folder)).rejects.toThrow(/config\.json/);
  expect(() => parseTask({ model_type: "bert" }, "x/config.json")).toThrow(
    /x\/config\.json: expected id2label.*not fine-tuned/,
  );
});

test("parseTask reads back what formatTask writes", () => {
  const tasks: Task[] = [
    { kind: "classes", labels: ["bad", "good"] },
    { kind: "multi-label", labels: ["a", "b", "c"] },
    { kind: "regression" },
  ];
  for (const task of tasks) expect(parseTask(formatTask(task))).toEqual(task);
});
