import { expect, test } from "vitest";
import { maskedBert } from "../../examples/masked-bert.ts";
import * as og from "../index.ts";
import type { Trainer, TrainerOptions } from "../index.ts";
import { maskedBatch } from "../testing/batches.ts";
import { hashedWeights } from "../testing/hashed.ts";
import { maskedBertFixture, readFixture } from "../testing/model-fixture.ts";
import { relativeError } from "../testing/op-session.ts";

const { config, shapes, scale } = maskedBertFixture;

/** 0 for the head, 1 for the last layer, one more for each layer below it, and for the embeddings. */
function depthOf(name: string): number {
  if (name.startsWith("cls.")) return 0;
  const layer = /layer\.(\d+)\./.exec(name)?.[1];
  return layer === undefined ? config.layers + 1 : config.layers - Number(layer);
}

/** The head, the layers down to this depth, and the table of the words, which is the head's matrix too. */
const downTo =
  (depth: number) =>
  (name: string): boolean =>
    depthOf(name) <= depth || name.includes("word_embeddings");

function open(options: Partial<TrainerOptions> = {}): Promise<Trainer> {
  return og.createTrainer({
    build: (graph) => maskedBert(graph, config),
    weights: hashedWeights(shapes, scale),
    trainable: downTo(1),
    optimizer: og.adamw({
      learningRate: 2e-3,
      weightDecay: 0.1,
      decays: og.matricesOnly,
      learningRateFactor: (name) => 0.5 ** depthOf(name),
    }),
    clipNorm: 1,
    ...options,
  });
}

const batchOf = (step: number): og.Tensors =>
  maskedBatch(2000 + 10 * step, config, 4, 5 + (step % 3), 3 + (step % 4));

type Unfreezing = { losses: number[]; norms: number[]; last: Record<string, number[]> };
const expected: Unfreezing = JSON.parse(readFixture("unfreezing"));

for (const worker of [false, true]) {
  test(`30 steps of gradual unfreezing with layer-wise learning rates follow PyTorch (worker: ${worker})`, async () => {
    const trainer = await open({ worker });
    for (let step = 0; step < 30; step += 1) {
      if (step === 10) await trainer.setTrainable(downTo(2));
      if (step === 20) await trainer.setTrainable(() => true);
      const { loss, gradientNorm } = await trainer.step(batchOf(step));
      expect(Math.abs(loss / expected.losses[step] - 1)).toBeLessThan(1e-5);
      expect(Math.abs(gradientNorm / expected.norms[step] - 1)).toBeLessThan(5e-5);
    }
    const weights = await trainer.weights();
    for (const [name, values] of Object.entries(expected.last)) {
      expect(relativeError(weights[name], values)).toBeLessThan(2e-5);
    }
    await trainer.close();
  });
}

test("setTrainable(trainable) freezes too: weights stay as they were then, and are part of the state", async () => {
  const trainer = await open({ trainable: undefined });
  await trainer.step(batchOf(0));
  await trainer.setTrainable(downTo(0));
  const name = "bert.encoder.layer.0.output.dense.weight";
  const { [name]: frozen } = await trainer.weights();
  await trainer.step(batchOf(1));
  expect((await trainer.weights())[name]).toEqual(frozen);
  expect(trainer.parameters.find((parameter) => parameter.name === name)?.isTrained).toBe(false);
  const state = await trainer.state();
  expect(state.weights[name]).toEqual(frozen);
  expect(Object.keys(state.moments)).not.toContain(name);

  const other = await open({ trainable: downTo(0) });
  await other.restore(state);
  const [a, b] = [await trainer.step(batchOf(2)), await other.step(batchOf(2))];
  expect(b.loss).toBe(a.loss);
  expect(await other.weights()).toEqual(await trainer.weights());
  await trainer.close();
  await other.close();
});

test("setTrainable(trainable) that cannot be done throws and changes nothing", async () => {
  const trainer = await og.createTrainer({
    build(graph) {
      graph.parameter("unused", [1], og.zeros);
      return maskedBert(graph, config);
    },
    trainable: downTo(1),
  });
  await expect(trainer.setTrainable(() => true)).rejects.toThrow("unused does not influence");
  expect((await trainer.step(batchOf(0))).step).toBe(1);
  await trainer.close();
});

test("learningRateFactor that is no number >= 0 is refused", async () => {
  const optimizer = og.adamw({ learningRateFactor: () => -1 });
  await expect(open({ optimizer })).rejects.toThrow("expected a number >= 0, found -1");
});
