import * as og from "@ml-roadmap/onnx-grad";
import "@ml-roadmap/testing/matchers";
import { expect, test } from "vitest";
import { fittingWeights, loadPretrained } from "../pretrained/load-pretrained.ts";
import { pytorchFolder, pytorchModel } from "../testing/pytorch-models.ts";
import { padded } from "../training/padded.ts";
import { maskedLanguageModel } from "./masked-language-model.ts";

const words = "bert.embeddings.word_embeddings.weight";

test("maskedLanguageModel gives PyTorch's loss and gradient, with the word embeddings as last weights", async () => {
  const { masked, mask, types } = pytorchModel("bert");
  const { config, tensors } = await loadPretrained(pytorchFolder("bert"));
  const build: og.Build = (graph) =>
    maskedLanguageModel(graph, { ...config, dropout: 0, attentionDropout: 0 });
  const { weights, fresh } = fittingWeights(build, tensors);
  expect(fresh).toEqual([]);
  // One step of plain descent at a rate of 1 takes the gradient off the weights.
  const trainer = await og.createTrainer({
    build,
    weights,
    optimizer: og.sgd({ learningRate: 1 }),
  });
  const texts = masked.ids.map((row, i) => {
    const length = mask[i].filter((bit) => bit === 1).length;
    return { ids: row.slice(0, length), types: types[i].slice(0, length) };
  });
  const count = masked.positions.length;
  const batch = {
    ...padded(texts, 0),
    positions: og.int64(masked.positions, [count]),
    targets: og.int64(masked.targets, [count]),
  };
  const before = (await trainer.weights())[words];
  const { loss } = await trainer.step(batch);
  const after = (await trainer.weights())[words];
  await trainer.close();
  expect(Math.abs(loss - masked.loss)).toBeLessThan(1e-5);
  const gradient = before.map((value, i) => value - after[i]);
  expect(gradient).toBeAllClose(masked.wordsGradient.flat(), { atol: 1e-5, rtol: 1e-4 });
});

test("maskedLanguageModel counts a guess as right when the hidden token scores highest", async () => {
  const { masked, mask, types } = pytorchModel("bert");
  const { config, tensors } = await loadPretrained(pytorchFolder("bert"));
  const build: og.Build = (graph) => maskedLanguageModel(graph, config);
  const { weights } = fittingWeights(build, tensors);
  // A bias that is high for one token makes it the guess everywhere.
  const [guess] = masked.targets;
  const bias = weights["cls.predictions.bias"].map((value, id) => (id === guess ? 1000 : value));
  const trainer = await og.createTrainer({
    build,
    weights: { ...weights, "cls.predictions.bias": bias },
  });
  const count = masked.positions.length;
  const { outputs } = await trainer.evaluate({
    ...padded(
      masked.ids.map((ids, row) => ({
        ids: ids.slice(0, mask[row].indexOf(0) < 0 ? ids.length : mask[row].indexOf(0)),
        types: types[row],
      })),
      0,
    ),
    positions: og.int64(masked.positions, [count]),
    targets: og.int64(masked.targets, [count]),
  });
  await trainer.close();
  const right = masked.targets.filter((target) => target === guess).length;
  expect(outputs["accuracy"].data[0]).toBeCloseTo(right / count, 6);
});
