import * as og from "@ml-roadmap/onnx-grad";
import { fromTyped, type Generator } from "@ml-roadmap/ndarray";
import { padded } from "../training/padded.ts";
import { stream } from "../training/stream.ts";
import { continuation, specialTokens } from "../tokenizer/tokenizer-json.ts";
import type { TextTokenizer } from "../tokenizer/text-tokenizer.ts";
import { maskWords, type Masking } from "./mask-words.ts";
import { sequence, type TokenCorpus } from "./token-corpus.ts";

// B sequences of a batch, S tokens of the longest.

/** Batches with hidden words: any step's batch can be made without those before it. */
export class MaskedBatches {
  readonly stepsPerEpoch: number;
  readonly #corpus: TokenCorpus;
  readonly #sequences: Int32Array;
  readonly #masking: Masking;
  readonly #padding: number;
  readonly #size: number;
  readonly #seed: number;
  #order: { readonly epoch: number; readonly sequences: Int32Array } | undefined;

  /** Batches of the sequences of `corpus` that `sequences` names. */
  constructor(
    corpus: TokenCorpus,
    sequences: Int32Array,
    tokenizer: TextTokenizer,
    { size, share, seed }: { size: number; share: number; seed: number },
  ) {
    this.#corpus = corpus;
    this.#sequences = sequences;
    this.#size = size;
    this.#seed = seed;
    this.#padding = tokenizer.idOf("[PAD]");
    this.#masking = maskingOf(tokenizer, share);
    this.stepsPerEpoch = Math.floor(sequences.length / size);
    if (this.stepsPerEpoch === 0) {
      throw new RangeError(
        `pretrain: expected at least ${size} sequences for a batch, found ${sequences.length}; use more text or a smaller batch`,
      );
    }
  }

  /** The batch of a step, counted from 0: each epoch has an order of its own. */
  at(step: number): Record<string, og.Tensor> {
    const epoch = Math.floor(step / this.stepsPerEpoch);
    const start = (step % this.stepsPerEpoch) * this.#size;
    const indices = this.#orderOf(epoch).subarray(start, start + this.#size);
    return this.#batch(indices, stream(this.#seed, "masks", step));
  }

  #orderOf(epoch: number): Int32Array {
    if (this.#order?.epoch === epoch) return this.#order.sequences;
    const sequences = this.#sequences.slice();
    stream(this.#seed, "order", epoch).shuffle(fromTyped(sequences, [sequences.length]));
    this.#order = { epoch, sequences };
    return sequences;
  }

  #batch(indices: Int32Array, random: Generator): Record<string, og.Tensor> {
    const masked = Array.from(indices, (index) =>
      maskWords(sequence(this.#corpus, index), this.#masking, random),
    );
    const texts = masked.map(({ ids }) => ({ ids, types: ids.map(() => 0) }));
    const inputs = padded(texts, this.#padding);
    const longest = inputs.input_ids.shape[1];
    const positions = masked.flatMap((text, row) => text.positions.map((at) => row * longest + at));
    const targets = masked.flatMap((text) => text.targets);
    return {
      ...inputs,
      positions: og.int64(positions, [positions.length]),
      targets: og.int64(targets, [targets.length]),
    };
  }
}

function maskingOf(tokenizer: TextTokenizer, share: number): Masking {
  const special = new Set(specialTokens.map((token) => tokenizer.idOf(token)));
  const continues = Array.from({ length: tokenizer.size }, (_, id) =>
    tokenizer.token(id).startsWith(continuation),
  );
  return {
    share,
    mask: tokenizer.idOf("[MASK]"),
    vocabulary: tokenizer.size,
    isSpecial: (id) => special.has(id),
    isContinuation: (id) => continues[id],
  };
}
