import { bucketsOf } from "../../examples/t5.ts";
import type { T5Config } from "../../examples/t5.ts";
import type { Tensors } from "../runtime/backend.ts";
import { float32, int64 } from "../runtime/tensor.ts";
import { hashed, hashedIntegers } from "./hashed.ts";

// The batches of fixtures/generate-models.py. B samples, S positions.

export function encoderBatch(
  seed: number,
  { vocabulary, classes }: { vocabulary: number; classes: number },
  b: number,
  s: number,
): Record<"input_ids" | "token_type_ids" | "attention_mask" | "labels", Tensors[string]> {
  const drawn = hashedIntegers(seed + 500, b - 1, s);
  const lengths = [s, ...drawn.map((length) => Math.max(3, length + 1))];
  const mask = lengths.flatMap((length) => Array.from({ length: s }, (_, i) => Number(i < length)));
  return {
    input_ids: int64(hashedIntegers(seed, b * s, vocabulary), [b, s]),
    token_type_ids: int64(hashedIntegers(seed + 700, b * s, 2), [b, s]),
    attention_mask: int64(mask, [b, s]),
    labels: int64(hashedIntegers(seed + 900, b, classes), [b]),
  };
}

/** `masked` words of the batch, at places that may repeat. */
export function maskedBatch(
  seed: number,
  { vocabulary }: { vocabulary: number },
  b: number,
  s: number,
  masked: number,
): Tensors {
  const { labels: _, ...inputs } = encoderBatch(seed, { vocabulary, classes: 2 }, b, s);
  return {
    ...inputs,
    masked_positions: int64(hashedIntegers(seed + 300, masked, b * s), [masked]),
    labels: int64(hashedIntegers(seed + 400, masked, vocabulary), [masked]),
  };
}

export function t5Batch(config: T5Config): Tensors {
  const source = encoderBatch(3, { vocabulary: config.vocabulary, classes: 2 }, 3, 7);
  const labels = hashedIntegers(32, 15, config.vocabulary);
  labels.fill(-100, 8, 10);
  return {
    input_ids: source.input_ids,
    attention_mask: source.attention_mask,
    decoder_input_ids: int64(hashedIntegers(31, 15, config.vocabulary), [3, 5]),
    labels: int64(labels, [3, 5]),
    encoder_buckets: int64(bucketsOf(7, config, true), [7, 7]),
    decoder_buckets: int64(bucketsOf(5, config, false), [5, 5]),
  };
}

export function gptBatch(vocabulary: number): Tensors {
  const ids = hashedIntegers(41, 27, vocabulary);
  const next = ids.map((_, i) => (i % 9 === 8 ? -100 : ids[i + 1]));
  return { input_ids: int64(ids, [3, 9]), labels: int64(next, [3, 9]) };
}

export function imageBatch(): Tensors {
  return {
    images: float32(Float32Array.from(hashed(51, 320)), [5, 1, 8, 8]),
    labels: int64(hashedIntegers(52, 5, 4), [5]),
  };
}
