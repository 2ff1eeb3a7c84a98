import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { inTurns } from "../async/in-turns.ts";
import { filmReviewCount, filmReviews } from "../pretraining/film-reviews.ts";
import { countWords } from "../tokenizer/split-words.ts";
import { tokenizerConfigJson, tokenizerJson } from "../tokenizer/tokenizer-json.ts";
import { trainWordPiece } from "../tokenizer/train-wordpiece.ts";
import { progress } from "./progress.ts";

export interface TrainTokenizerCommand {
  readonly size: number;
  readonly minimumCount: number;
  /** The longest sequence that the model will take. */
  readonly longest: number;
  readonly out: string;
  readonly signal: AbortSignal;
}

/** Learns a WordPiece vocabulary from the IMDB reviews and writes `tokenizer.json` and its configuration. */
export async function trainTokenizer(command: TrainTokenizerCommand): Promise<void> {
  const { longest, out, signal } = command;
  const counts = await reviewWords(signal);
  console.log(`${counts.size.toLocaleString("en")} different words.`);
  const vocabulary = await learned(counts, command);
  await mkdir(out, { recursive: true });
  const write = (name: string, json: unknown): Promise<void> =>
    writeFileAtomic(join(out, name), `${JSON.stringify(json)}\n`);
  await write("tokenizer.json", tokenizerJson(vocabulary));
  await write("tokenizer_config.json", tokenizerConfigJson(longest));
  await writeFileAtomic(join(out, "vocab.txt"), `${vocabulary.join("\n")}\n`);
  console.log(`${vocabulary.length.toLocaleString("en")} tokens: ${join(out, "tokenizer.json")}`);
}

// A bar that is not stopped keeps the process alive, so it is stopped after an error too.

async function reviewWords(signal: AbortSignal): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const bar = progress("reading", filmReviewCount, "reviews");
  let read = 0;
  try {
    for await (const text of filmReviews(signal)) {
      signal.throwIfAborted();
      for (const [word, count] of countWords([text]))
        counts.set(word, (counts.get(word) ?? 0) + count);
      bar.step((read += 1), 1);
    }
  } finally {
    bar.stop();
  }
  return counts;
}

async function learned(
  counts: ReadonlyMap<string, number>,
  { size, minimumCount, signal }: TrainTokenizerCommand,
): Promise<string[]> {
  const bar = progress("merging", size, "pieces");
  const onStep = (reached: number): void => bar.step(reached, 1);
  const steps = trainWordPiece(counts, { size, minimumCount });
  return inTurns(steps, { onStep, signal }).finally(() => bar.stop());
}
