import type { Tensor } from "@ml-roadmap/onnx-grad";
import { describe, expect, test } from "vitest";
import { numbers } from "../testing/run-graph.ts";
import { allSequences, tinyCorpus } from "../testing/tiny-corpus.ts";
import { tinyTokenizer } from "../testing/tiny-training.ts";
import { MaskedBatches } from "./masked-batches.ts";
import { sequence } from "./token-corpus.ts";

describe("MaskedBatches", () => {
  test("makes any step's batch without those before it", async () => {
    const corpus = await tinyCorpus(30);
    const make = () =>
      new MaskedBatches(corpus, allSequences(corpus), tinyTokenizer, {
        size: 4,
        share: 0.3,
        seed: 1,
      });
    const [first, second] = [make(), make()];
    const steps = Array.from({ length: 20 }, (_, step) => first.at(step));
    expect(second.at(17)).toEqual(steps[17]);
    expect(second.at(3)).toEqual(steps[3]);
    expect(steps[3]).not.toEqual(steps[10]);
  });

  test("shows every sequence once an epoch, in another order each, and drops the rest", async () => {
    const corpus = await tinyCorpus(30);
    const chosen = allSequences(corpus).subarray(0, 22);
    const batches = new MaskedBatches(corpus, chosen, tinyTokenizer, {
      size: 4,
      share: 0.3,
      seed: 1,
    });
    expect(batches.stepsPerEpoch).toBe(5);
    const epoch = (from: number) =>
      Array.from({ length: 5 }, (_, step) => restored(batches.at(from + step))).flat();
    const known = Array.from(chosen, (index) => [...sequence(corpus, index)].join());
    const [first, second] = [epoch(0), epoch(5)];
    for (const shown of [first, second]) {
      expect(shown).toHaveLength(20);
      expect(shown.filter((tokens) => !known.includes(tokens))).toEqual([]);
    }
    expect(first).not.toEqual(second);
  });

  test("throws when there is less than a batch", async () => {
    const corpus = await tinyCorpus(3);
    expect(
      () =>
        new MaskedBatches(corpus, allSequences(corpus), tinyTokenizer, {
          size: 99,
          share: 0.3,
          seed: 1,
        }),
    ).toThrow(/expected at least 99 sequences for a batch, found 3; use more text/);
  });
});

/** The sequences of a batch, with the hidden tokens back where its positions say. */
function restored(batch: Record<string, Tensor>): string[] {
  const [count, width] = batch["input_ids"].shape;
  const ids = numbers(batch["input_ids"]);
  const targets = numbers(batch["targets"]);
  for (const [i, place] of numbers(batch["positions"]).entries()) ids[place] = targets[i];
  const mask = numbers(batch["attention_mask"]);
  return Array.from({ length: count }, (_, row) =>
    ids.filter((_id, at) => Math.floor(at / width) === row && mask[at] === 1).join(),
  );
}
