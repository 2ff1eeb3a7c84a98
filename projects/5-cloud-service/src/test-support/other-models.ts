import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as og from "@ml-roadmap/onnx-grad";
import { defaultModelFolder } from "../default-model.ts";
import { modelFile } from "../model/precision.ts";
import { bert, type BertSizes } from "./bert.ts";
import { writeModel } from "./write-model.ts";

/** A copy of the model that comes along, with a note that makes its digest another one. */
export async function copyModel(root: string): Promise<string> {
  const folder = join(root, `model-${crypto.randomUUID()}`);
  await cp(defaultModelFolder(), folder, { recursive: true });
  await writeFile(join(folder, "README.md"), folder);
  return folder;
}

/** A model that loads, answers an empty text, and fails for every text with a word in it (fp32). */
export async function failingModel(root: string, word: string): Promise<string> {
  const folder = await copyModel(root);
  await changeWords(folder, (table, hidden, ids) => {
    table.fill(NaN, ids(word) * hidden, (ids(word) + 1) * hidden);
  });
  return folder;
}

/** A model that takes good words for bad ones and the other way round (fp32). */
export async function worseModel(
  root: string,
  words: readonly [string, string][],
): Promise<string> {
  const folder = await copyModel(root);
  await changeWords(folder, (table, hidden, ids) => {
    for (const [a, b] of words) {
      const row = table.slice(ids(a) * hidden, (ids(a) + 1) * hidden);
      table.copyWithin(ids(a) * hidden, ids(b) * hidden, (ids(b) + 1) * hidden);
      table.set(row, ids(b) * hidden);
    }
  });
  return folder;
}

type Change = (table: Float32Array, hidden: number, ids: (word: string) => number) => void;

async function changeWords(folder: string, change: Change): Promise<void> {
  const path = join(folder, modelFile("fp32"));
  const model = await og.readModel(path);
  const { graph } = model;
  const words = graph.initializers.find(({ name }) => name.includes("word_embeddings"));
  if (words?.type !== "float32") throw new Error("no table of words");
  // A copy, because its place in the file may not be a multiple of four bytes.
  const table = new Float32Array(new Uint8Array(words.bytes).buffer);
  const { model: pieces } = JSON.parse(await readFile(join(folder, "tokenizer.json"), "utf8"));
  change(table, words.dims[1], (word) => Number(pieces.vocab[word]));
  const bytes = new Uint8Array(table.buffer);
  const initializers = graph.initializers.map((one) => (one === words ? { ...one, bytes } : one));
  await og.writeModel(path, { ...model, graph: { ...graph, initializers } });
}

/** A larger model with the same tokenizer and labels, and weights by chance. */
export async function largeModel(root: string, sizes: Partial<BertSizes> = {}): Promise<string> {
  const folder = join(root, `large-${crypto.randomUUID()}`);
  const text = await readFile(join(defaultModelFolder(), "tokenizer.json"), "utf8");
  const vocabulary = Object.keys(JSON.parse(text).model.vocab);
  const all: BertSizes = {
    vocabulary: vocabulary.length,
    positions: 128,
    hidden: 256,
    layers: 4,
    heads: 4,
    classes: 2,
    ...sizes,
  };
  const trainer = await og.createTrainer({ build: bert(all) });
  const weights = await trainer.weights();
  await trainer.close();
  await writeModel(folder, { sizes: all, weights, vocabulary, labels: ["negative", "positive"] });
  return folder;
}
