import { readFileSync } from "node:fs";
import { bert } from "../../examples/bert.ts";
import type { BertConfig, EncoderConfig } from "../../examples/bert.ts";
import { convNet } from "../../examples/convnet.ts";
import { distilBert } from "../../examples/distilbert.ts";
import { gpt } from "../../examples/gpt.ts";
import { maskedBert } from "../../examples/masked-bert.ts";
import { t5 } from "../../examples/t5.ts";
import type { Tensors } from "../runtime/backend.ts";
import type { Build } from "../train/plan.ts";
import { encoderBatch, gptBatch, imageBatch, maskedBatch, t5Batch } from "./batches.ts";

export type ModelFixture<Config = unknown> = {
  readonly config: Config;
  readonly scale: number;
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  readonly loss: number;
  readonly logits: readonly number[];
  readonly gradients: Readonly<Record<string, readonly number[]>>;
};

/** The text of a file of fixtures/models, written by fixtures/generate-models.py. */
export function readFixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/models/${name}.json`, import.meta.url), "utf8");
}

export type ModelCase = {
  readonly name: string;
  readonly fixture: ModelFixture;
  readonly build: Build;
  readonly batch: Tensors;
};

function modelCase<Config>(
  name: string,
  build: (graph: Parameters<Build>[0], config: Config) => ReturnType<Build>,
  batch: (config: Config) => Tensors,
): ModelCase {
  const fixture: ModelFixture<Config> = JSON.parse(readFixture(name));
  const { config } = fixture;
  return { name, fixture, build: (graph) => build(graph, config), batch: batch(config) };
}

export const maskedBertFixture: ModelFixture<EncoderConfig> = JSON.parse(readFixture("maskedBert"));

export const bertFixture: ModelFixture<BertConfig> = JSON.parse(readFixture("bert"));

export function modelCases(): ModelCase[] {
  return [
    modelCase("bert", bert, (config) => encoderBatch(1, config, 3, 7)),
    modelCase("maskedBert", maskedBert, (config) => maskedBatch(4, config, 3, 7, 6)),
    modelCase("distilBert", distilBert, (config) => {
      const { token_type_ids: _, ...batch } = encoderBatch(2, config, 3, 7);
      return batch;
    }),
    modelCase("t5", t5, t5Batch),
    modelCase("gpt", gpt, ({ vocabulary }) => gptBatch(vocabulary)),
    modelCase("convNet", convNet, imageBatch),
  ];
}
