import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultModelFolder } from "../pretrained/default-model.ts";
import { lossCurve } from "./loss-curve.ts";
import { pretrainedCard } from "./pretrained-card.ts";
import { readStages, wholeHistory, type Stage } from "./stages.ts";

const shipped = async (name: string) => readFile(join(defaultModelFolder(), name), "utf8");

test("roadmap-bert's card and curve are those of its stages", async () => {
  const stages = await readStages(defaultModelFolder());
  const facts = { stages, tokens: 24_025_096, sequences: 221_870 };
  expect(await shipped("README.md")).toBe(pretrainedCard(facts));
  expect(await shipped("loss.svg")).toBe(`${lossCurve(wholeHistory(stages))}\n`);
});

test("the commands on a card lead from stage to stage", () => {
  const stage = (seed: number): Stage => ({
    options: { steps: 100, warmup: 5, decay: 9, learningRate: 0.001, batchSize: 4, share: 0.2, seed },
    history: [{ step: 100, trainLoss: 5, validationLoss: 4.5, validationAccuracy: 0.25 }],
  }); // prettier-ignore
  const card = pretrainedCard({ stages: [stage(0), stage(1)], tokens: 1000, sequences: 400 });
  const own = "--steps 100 --warmup 5 --decay 9 --learning-rate 0.001 --batch-size 4 --share 0.2";
  expect(card).toContain(`pretrain --tokenizer tokenizer --out stage-1 ${own} --seed 0\n`);
  expect(card).toContain(
    `pretrain --tokenizer tokenizer --from stage-1 --out roadmap-bert ${own} --seed 1\n`,
  );
  expect(card).toContain("that is 2.0 passes over the texts");
  expect(card).toContain("loss 4.500 nats");
});
