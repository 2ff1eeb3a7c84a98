import { readFile } from "node:fs/promises";
import { fetchEntry, type FetchOptions } from "./fetch-entry.ts";
import { registry } from "./registry.ts";
import type { LabelledText } from "./text/labelled-text.ts";
import { sst2Rows } from "./text/sst2-rows.ts";

export interface Sst2 {
  readonly kind: "sst2-glue" | "sst2";
  /** One sentence: which data these are and where they lie. */
  readonly description: string;
  /** 67,349 phrases and sentences, or 6,920 sentences. */
  readonly train: readonly LabelledText[];
  /** 872 sentences: what published accuracies are measured on. */
  readonly dev: readonly LabelledText[];
}

export interface Sst2Options extends FetchOptions {
  /** "glue" (default): phrases and sentences, as in published results; "sentences": whole sentences only, a tenth of the rows. */
  readonly form?: "glue" | "sentences";
}

/**
 * The Stanford Sentiment Treebank with two classes, in the order of its files. Texts are tokenised
 * and in lower case, as they come ("it 's n't"). Throws DatasetUnavailableError where it cannot be had.
 */
export async function loadSst2(options: Sst2Options = {}): Promise<Sst2> {
  const kind = options.form === "sentences" ? "sst2" : "sst2-glue";
  const columns = kind === "sst2" ? "sentence-label" : "label-sentence";
  const { files, description } = await fetchEntry(kind, registry[kind], options);
  const read = async (name: "train.tsv" | "dev.tsv") =>
    sst2Rows(await readFile(files[name], "utf8"), columns, `${kind}/${name}`);
  return { kind, description, train: await read("train.tsv"), dev: await read("dev.tsv") };
}
