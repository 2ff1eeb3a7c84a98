import type { Tensor } from "./tensor.ts";

export type Tensors = Readonly<Record<string, Tensor>>;

export type SessionOptions = {
  /** Threads for one operator (default 1). */
  readonly threads?: number;
};

/** A model that is ready to run. */
export type Session = {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /**
   * Runs the model and returns the outputs named in `fetches`. Where that holds a tensor, the result
   * is written into its elements and the tensor itself is returned; `null` asks for a new one.
   */
  run(
    feeds: Tensors,
    fetches: Readonly<Record<string, Tensor | null>>,
  ): Promise<Record<string, Tensor>>;
  release(): Promise<void>;
};

/** An ONNX Runtime: in Node (`onnxNode`) or in a browser (`onnxWeb`). */
export type Backend = {
  readonly name: string;
  createSession(model: Uint8Array, options?: SessionOptions): Promise<Session>;
};
