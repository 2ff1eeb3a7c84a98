import { randomGenerator } from "@ml-roadmap/ndarray";
import { loadNamedData } from "../../src/data/named-data.ts";
import type { Example } from "../../src/data/example.ts";
import { defaultModelFolder } from "../../src/pretrained/default-model.ts";
import { TextTokenizer } from "../../src/tokenizer/text-tokenizer.ts";
import { TextBatches } from "../../src/training/text-batches.ts";

/** What both sides train on: lengths of real batches, ids of no meaning. */
export interface Work {
  /** Tokens of each text of each batch, padding apart. */
  readonly lengths: readonly (readonly number[])[];
  readonly tokens: number;
  readonly description: string;
}

/** The lengths of `count` batches of 32 texts, bucketed as `finetune` does: of SST-2, or of the embedded reviews. */
export async function realWork(count: number): Promise<Work> {
  const data = await loadNamedData("sst2").catch(() => loadNamedData("reviews"));
  const tokenizer = await TextTokenizer.load(defaultModelFolder());
  const picked = randomGenerator(0).permutation(data.train.length).toTyped("int32");
  const some: Example[] = Array.from(picked.subarray(0, 32 * count), (i) => data.train[i]);
  const texts = new TextBatches(some, data.task, tokenizer, 128);
  const lengths = texts
    .shuffled(32, 0, 0)
    .slice(0, count)
    .map((indices) => indices.map((index) => texts.lengths[index]));
  return {
    lengths,
    tokens: lengths.flat().reduce((sum, length) => sum + length, 0),
    description: `${lengths.length} batches of 32 texts of ${data.name}`,
  };
}
