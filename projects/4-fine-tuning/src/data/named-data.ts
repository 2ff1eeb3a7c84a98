import {
  loadImdb,
  loadReviews,
  loadSst2,
  labelNames,
  type FetchOptions,
  type LabelledText,
  type Review,
} from "@ml-roadmap/datasets";
import type { Example, Task, TextData } from "./example.ts";
import { holdOutSentences } from "./hold-out-sentences.ts";
import { plainText } from "./plain-text.ts";
import { splitExamples } from "./split-examples.ts";

/** The data sets that have a name. */
export const dataNames = ["reviews", "sst2", "sst2-sentences", "imdb"] as const;
export type DataName = (typeof dataNames)[number];

export function isDataName(name: string): name is DataName {
  return dataNames.some((known) => known === name);
}

export interface NamedDataOptions extends FetchOptions {
  readonly seed?: number;
}

const task: Task = { kind: "classes", labels: labelNames };
/** Sentences of SST-2's training part that choices are made on: its 872 development sentences are the test. */
const sst2Validation = 500;

/**
 * Loads a data set by name. "reviews" comes with the course; the others throw DatasetUnavailableError
 * where they cannot be had. SST-2's labels of its test part were never published, so its development
 * part is the test, and validation texts are taken out of the training part; IMDB's 25,000 labelled
 * reviews are dealt 80 : 10 : 10.
 */
export async function loadNamedData(
  name: DataName,
  options: NamedDataOptions = {},
): Promise<TextData> {
  const { seed = 0, ...fetching } = options;
  switch (name) {
    case "reviews":
      return reviews();
    case "sst2":
    case "sst2-sentences":
      return sst2(name, seed, fetching);
    case "imdb":
      return imdb(seed, fetching);
  }
}

async function reviews(): Promise<TextData> {
  const { description, train, validation, test } = await loadReviews();
  const examples = (rows: readonly Review[]) =>
    rows.map(({ text, label, domain, phenomenon }): Example => ({
      text,
      target: label,
      tags: { domain, phenomenon },
    }));
  return {
    name: "reviews",
    description,
    task,
    train: examples(train),
    validation: examples(validation),
    test: examples(test),
  };
}

async function sst2(
  name: "sst2" | "sst2-sentences",
  seed: number,
  fetching: FetchOptions,
): Promise<TextData> {
  const form = name === "sst2" ? "glue" : "sentences";
  const { description, train, dev } = await loadSst2({ ...fetching, form });
  const { train: learnt, heldOut } = holdOutSentences(train, sst2Validation, seed);
  const dropped = train.length - learnt.length - heldOut.length;
  const phrases =
    dropped > 0 ? ` and ${dropped.toLocaleString("en-US")} phrases that occur only in them` : "";
  return {
    name,
    description: `${description} Validation: ${heldOut.length} sentences of the training part${phrases}, taken out of it (seed ${seed}); test: the ${dev.length} development sentences. Words are spelt as people write them ("does n't" as "doesn't").`,
    task,
    train: learnt.map(toPlainExample),
    validation: heldOut.map(toPlainExample),
    test: dev.map(toPlainExample),
  };
}

async function imdb(seed: number, fetching: FetchOptions): Promise<TextData> {
  const { description, labelled } = await loadImdb({ ...fetching, parts: ["labelled"] });
  const all: Example[] = [];
  for await (const review of labelled()) all.push(toExample(review));
  const split = splitExamples(all, task, { validation: 0.1, test: 0.1, seed });
  const part = (rows: readonly number[]) => rows.map((row) => all[row]);
  return {
    name: "imdb",
    description: `${description} The labelled part, dealt 80 : 10 : 10 (seed ${seed}), near duplicates together.`,
    task,
    train: part(split.train),
    validation: part(split.validation),
    test: part(split.test),
  };
}

function toPlainExample({ text, label }: LabelledText): Example {
  return { text: plainText(text), target: label };
}

function toExample({ text, label }: LabelledText): Example {
  return { text, target: label };
}
