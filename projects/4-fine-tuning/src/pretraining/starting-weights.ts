import { randomGenerator } from "@ml-roadmap/ndarray";
import type { EncoderConfig } from "../models/encoder-config.ts";
import { tensorNames } from "../models/tensor-names.ts";
import type { TokenCorpus } from "./token-corpus.ts";
import { logFrequencies, wordVectors } from "./word-vectors.ts";

// S positions, H hidden size.

/**
 * Weights that make an encoder learn sooner, for the start of pretraining; the others start at random.
 *
 * - Word embeddings are vectors that counting gives, and guesses start at each token's frequency: what guessing
 *   hidden words would take millions of tokens to find out about single words is there in a minute.
 * - Position embeddings are sines and cosines, so that neighbours are alike in the same way everywhere: learned from
 *   nothing, each position has to find out about its own. Source: https://arxiv.org/abs/1706.03762, section 3.5.
 * - Keys start as queries do, so that a token attends first to those that are like it, by word and by place.
 *   Source: https://arxiv.org/abs/2305.09828.
 *
 * Without them a small encoder guesses words by their frequency alone for thousands of steps.
 */
export function startingWeights(
  config: EncoderConfig,
  corpus: TokenCorpus,
  sequences: Int32Array,
  seed: number,
): Record<string, Float32Array> {
  const { family, vocabulary, hidden, layers, positions, initializerRange: std } = config;
  const names = tensorNames(family);
  const random = randomGenerator(seed);
  const weights: Record<string, Float32Array> = {
    [`${names.words}.weight`]: wordVectors(
      corpus,
      sequences,
      vocabulary,
      hidden,
      std,
      random,
    ).toTyped("float32"),
    [names.masked.bias]: logFrequencies(corpus, sequences, vocabulary),
    [`${names.places}.weight`]: sinusoids(positions, hidden, std),
  };
  for (let index = 0; index < layers; index += 1) {
    const { query, key } = names.layer(index);
    const shared = random.normal(0, std, [hidden, hidden]).toTyped("float32");
    weights[`${query}.weight`] = shared;
    weights[`${key}.weight`] = shared.slice();
  }
  return weights;
}

/** `(S, H)`: of each pair of columns one frequency, from one turn in 2 pi positions to one in 10,000 times as many. */
export function sinusoids(positions: number, hidden: number, amplitude: number): Float32Array {
  const table = new Float32Array(positions * hidden);
  const half = hidden / 2;
  for (let position = 0; position < positions; position += 1) {
    for (let i = 0; i < half; i += 1) {
      const angle = position / 10_000 ** (i / half);
      table[position * hidden + i] = amplitude * Math.sin(angle);
      table[position * hidden + half + i] = amplitude * Math.cos(angle);
    }
  }
  return table;
}
