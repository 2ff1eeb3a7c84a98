import type { Tensors, TensorSpec } from "./tensors/tensor.ts";

/** Anything that turns tensors into tensors; the server knows no more of a model than this. */
export interface Model {
  readonly name: string;
  readonly version: string;
  /** What computes it, such as `ml-roadmap_safetensors`. */
  readonly platform: string;
  readonly inputs: readonly TensorSpec[];
  readonly outputs: readonly TensorSpec[];
  /** More to tell in its metadata: labels, metrics, where its data came from. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /**
   * The most rows of one `predict`. Above 1, requests are joined along the first axis: every input's and
   * output's shape then begins with -1.
   */
  readonly maxBatchSize: number;
  /** How many `predict` may be at work at once, each with a batch of its own; 1 by default. */
  readonly concurrency?: number;
  /** The same inputs always give the same outputs, so a cache may answer. */
  readonly cacheable?: boolean;
  /**
   * Requests share a batch only with requests of the same group, such as texts of about one length. By
   * default those are of one group whose sizes agree behind the first axis.
   */
  group?(inputs: Tensors): string;
  /**
   * What a request costs in a unit of the model's own, such as padded tokens; a batch is also full when its
   * costs reach `maxBatchCost`.
   */
  cost?(inputs: Tensors): number;
  readonly maxBatchCost?: number;
  /** Throws a `Problem` for rows it cannot use, before they are joined with others'. */
  check?(inputs: Tensors): void;
  /** Every input by its name -> every output by its name, as many rows as went in. */
  predict(inputs: Tensors): Tensors | Promise<Tensors>;
  /** False while it cannot compute; then the server is not ready. */
  ready?(): boolean;
  /** Lets go of what it holds. */
  close?(): void | Promise<void>;
}
