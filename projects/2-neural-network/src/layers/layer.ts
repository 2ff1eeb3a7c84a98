import type { Generator, NDArray } from "@ml-roadmap/ndarray";

/** One array that training changes, with the gradient of the loss with respect to it. */
export interface Parameter {
  /** Its name within the layer: `weight`, `bias`, `gamma` ... */
  name: string;
  value: NDArray;
  /** Same shape as `value`; written by `backward`. */
  gradient: NDArray;
  /** Weight decay pulls weights towards zero, never biases or normalisation scales. */
  decay: boolean;
}

/** Training draws dropout masks and normalises by the batch; evaluation does neither. */
export interface Mode {
  training: boolean;
  random: Generator;
  /**
   * The network's input, where nobody will ask for its gradient: a layer that works on it may leave
   * out that part of its backward pass, a quarter of all work in a small network, and return zeros.
   */
  input?: NDArray;
}

/** Whether `x` is the network's input (or a view of it) whose gradient nobody needs. */
export function isGivenInput(x: NDArray, { input }: Mode): boolean {
  return input !== undefined && input.data === x.data;
}

/**
 * A function of a batch that can be differentiated. `forward` keeps what `backward` needs, so a
 * `backward` belongs to the `forward` just before it.
 */
export interface Layer {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Arrays that are saved with the model but not trained: batch norm's running statistics. */
  readonly buffers?: Readonly<Record<string, NDArray>>;
  forward(x: NDArray, mode: Mode): NDArray;
  /** From the gradient of the loss with respect to the output to that with respect to the input. */
  backward(dY: NDArray): NDArray;
}
