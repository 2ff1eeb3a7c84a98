import { newGraph } from "@ml-roadmap/onnx-grad";
import { seededNormal, seededUniform } from "@ml-roadmap/testing";
import type { Example, Task } from "../data/example.ts";
import type { EncoderConfig } from "../models/encoder-config.ts";
import { textModel } from "../models/text-model.ts";
import { TextTokenizer } from "../tokenizer/text-tokenizer.ts";
import { specialTokens, tokenizerJson } from "../tokenizer/tokenizer-json.ts";
import { defaultOptions } from "../training/defaults.ts";
import type { FineTuneOptions } from "../training/fine-tune-options.ts";
import { TextBatches } from "../training/text-batches.ts";

const words = "the a film plot cast was is and very quite so really it good great bad dull".split(
  " ",
);
const pieces = ["##ly", "##s", "##ish", "."];

export const tinyTokenizer = new TextTokenizer(
  tokenizerJson([...specialTokens, ...words, ...pieces]),
);

/** An encoder that trains in milliseconds. */
export const tinyConfig: EncoderConfig = {
  family: "bert",
  vocabulary: tinyTokenizer.size,
  positions: 24,
  types: 2,
  hidden: 16,
  inner: 32,
  layers: 2,
  heads: 2,
  activation: "gelu",
  dropout: 0.1,
  attentionDropout: 0.1,
  epsilon: 1e-12,
  initializerRange: 0.1,
  pooling: "cls",
};

export const tinyTask: Task = { kind: "classes", labels: ["bad", "good"] };

/** Sentences of 3 to 12 words, of which one says whether it is good. */
export function tinyExamples(count: number, seed: number): Example[] {
  const random = seededUniform(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)];
  return Array.from({ length: count }, (_, i) => {
    const filler = Array.from({ length: 2 + Math.floor(random() * 10) }, () =>
      pick(words.slice(0, 13)),
    );
    filler.splice(
      Math.floor(random() * filler.length),
      0,
      pick(i % 2 === 1 ? ["good", "great"] : ["bad", "dull"]),
    );
    return { text: `${filler.join(" ")}.`, target: i % 2 };
  });
}

export function tinyBatches(count: number, seed: number): TextBatches {
  return new TextBatches(tinyExamples(count, seed), tinyTask, tinyTokenizer, tinyConfig.positions);
}

/** Weights of the encoder and the head, normally distributed. */
export function tinyWeights(seed: number): Record<string, Float32Array> {
  const graph = newGraph({ mode: "inference" });
  textModel(graph, tinyConfig, tinyTask);
  const entries = [...graph.parameters].map(([name, { shape }], i) => {
    const size = shape.reduce((product, axis) => product * axis, 1);
    const isScale = name.endsWith("LayerNorm.weight");
    const values = seededNormal(seed + i, size, { mean: isScale ? 1 : 0, std: 0.1 });
    return [name, Float32Array.from(values)] as const;
  });
  return Object.fromEntries(entries);
}

/** Options of a training of three epochs; 40 texts make 5 updates an epoch. */
export function tinyOptions(options: Partial<FineTuneOptions> = {}): FineTuneOptions {
  const mode = options.mode ?? "full";
  return {
    ...defaultOptions(mode),
    lora: { rank: 2, alpha: 4, dropout: 0.1, targets: ["query", "value", "outer"] },
    epochs: 3,
    batchSize: 4,
    accumulate: 2,
    evaluations: 2,
    longest: tinyConfig.positions,
    seed: 5,
    ...options,
  };
}
