import * as og from "@ml-roadmap/onnx-grad";
import { fromTyped } from "@ml-roadmap/ndarray";
import { outputCount, type Example, type Task } from "../data/example.ts";
import { plainScale, type TargetScale } from "../data/target-scale.ts";
import type { TextTokenizer, TokenizedText } from "../tokenizer/text-tokenizer.ts";
import { bucketByLength } from "./bucket-by-length.ts";
import { padded } from "./padded.ts";
import { stream } from "./stream.ts";

// B texts of a batch, S tokens of the longest, K outputs.

export type Batch = Record<string, og.Tensor>;

/** Examples as token ids, ready to be put together in batches. */
export class TextBatches {
  readonly examples: readonly Example[];
  readonly texts: readonly TokenizedText[];
  readonly lengths: Int32Array;
  /** How the model is told the labels; its outputs are in the same scale. */
  readonly scale: TargetScale;
  readonly #targets: readonly Example["target"][];
  readonly #task: Task;
  readonly #padding: number;

  constructor(
    examples: readonly Example[],
    task: Task,
    tokenizer: TextTokenizer,
    longest: number,
    scale = plainScale,
  ) {
    this.examples = examples;
    this.scale = scale;
    this.#targets = scale.apply(examples);
    this.texts = examples.map(({ text, pair }) => tokenizer.encode(text, pair, longest));
    this.lengths = Int32Array.from(this.texts, ({ ids }) => ids.length);
    this.#task = task;
    this.#padding = tokenizer.idOf("[PAD]");
  }

  /** An epoch's batches as positions in `examples`, in an order that depends on seed and epoch alone. */
  shuffled(size: number, seed: number, epoch: number): number[][] {
    const count = this.examples.length;
    const order = Array.from(stream(seed, "order", epoch).permutation(count).toTyped("int32"));
    const batches = bucketByLength(order, this.lengths, size);
    // Sorted pools would show the model short texts first.
    const turns = Int32Array.from(batches.keys());
    stream(seed, "batches", epoch).shuffle(fromTyped(turns, [turns.length]));
    return Array.from(turns, (turn) => batches[turn]);
  }

  /** Batches of all examples, the longest texts together, for evaluation. */
  byLength(size: number): number[][] {
    const order = Array.from(this.examples.keys()).sort(
      (a, b) => this.lengths[a] - this.lengths[b],
    );
    const batches: number[][] = [];
    for (let at = 0; at < order.length; at += size) batches.push(order.slice(at, at + size));
    return batches;
  }

  /** The encoder's inputs and, for training, the labels of these examples. */
  batch(indices: readonly number[]): Batch {
    return { ...this.inputs(indices), labels: this.#labels(indices) };
  }

  inputs(indices: readonly number[]): Batch {
    return padded(
      indices.map((index) => this.texts[index]),
      this.#padding,
    );
  }

  #labels(indices: readonly number[]): og.Tensor {
    const targets = indices.map((index) => this.#targets[index]);
    if (this.#task.kind === "classes") return og.int64(targets.map(Number), [indices.length]);
    return og.float32(targets.flat(), [indices.length, outputCount(this.#task)]);
  }
}
