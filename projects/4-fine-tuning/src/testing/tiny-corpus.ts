import { sequenceCount, tokenCorpus, type TokenCorpus } from "../pretraining/token-corpus.ts";
import { tinyExamples, tinyTokenizer } from "./tiny-training.ts";

/** Texts that come one after another, as from files. */
export async function* texts(...given: readonly string[]): AsyncGenerator<string, void, undefined> {
  yield* given;
}

/** `count` short texts as sequences of tokens. */
export function tinyCorpus(count: number): Promise<TokenCorpus> {
  const sentences = tinyExamples(count, 9).map(({ text }) => `${text} ${text}`);
  return tokenCorpus(texts(...sentences), tinyTokenizer, 24);
}

/** The numbers of all sequences. */
export function allSequences(corpus: TokenCorpus): Int32Array {
  return Int32Array.from({ length: sequenceCount(corpus) }, (_, i) => i);
}
