import type { Model, Tensors } from "@ml-roadmap/model-server/worker";
import { loadClassifier, type ClassifierOptions } from "./text-classifier.ts";
import { OUTPUTS, TEXT } from "./tensors.ts";

// N texts, K classes.

/** What a thread loads its model with. */
export interface TextModelOptions extends ClassifierOptions {
  folder: string;
  name: string;
  version: string;
  /** The most texts of one prediction. */
  maxBatchSize: number;
  /** More to tell in the model's metadata. */
  parameters?: Readonly<Record<string, unknown>>;
}

/** A text classifier as the server's core sees it: texts as BYTES in, labels and probabilities out. */
export async function loadTextModel(options: TextModelOptions): Promise<Model> {
  const { folder, name, version, maxBatchSize, precision, parameters } = options;
  const classifier = await loadClassifier(folder, options);
  const { labels } = classifier;
  const K = labels.length;

  async function predict(inputs: Tensors): Promise<Tensors> {
    const texts = textsOf(inputs);
    const N = texts.length;
    const { probabilities, tokens, unknown } = await classifier.classify(texts);
    const best = Array.from(texts, (_, n) => {
      const row = probabilities.subarray(n * K, (n + 1) * K);
      return labels[row.indexOf(Math.max(...row))];
    });
    const { label, probabilities: p, tokens: t, unknown: u } = OUTPUTS;
    return new Map([
      [label, { name: label, datatype: "BYTES", shape: [N], data: best }],
      [p, { name: p, datatype: "FP32", shape: [N, K], data: probabilities }],
      [t, { name: t, datatype: "INT32", shape: [N], data: tokens }],
      [u, { name: u, datatype: "INT32", shape: [N], data: unknown }],
    ]);
  }

  return {
    name,
    version,
    platform: `onnxruntime_onnx_${precision}`,
    inputs: [{ name: TEXT, datatype: "BYTES", shape: [-1] }],
    outputs: [
      { name: OUTPUTS.label, datatype: "BYTES", shape: [-1] },
      { name: OUTPUTS.probabilities, datatype: "FP32", shape: [-1, K] },
      { name: OUTPUTS.tokens, datatype: "INT32", shape: [-1] },
      { name: OUTPUTS.unknown, datatype: "INT32", shape: [-1] },
    ],
    parameters: { labels, precision, ...parameters },
    maxBatchSize,
    cacheable: true,
    predict,
    close: () => classifier.close(),
  };
}

function textsOf(inputs: Tensors): string[] {
  const { data } = inputs.get(TEXT)!;
  if (!isTexts(data)) throw new TypeError(`${TEXT}: expected texts`);
  return data;
}

const isTexts = (data: ArrayLike<unknown>): data is string[] => Array.isArray(data);
