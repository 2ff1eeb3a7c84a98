import type { NDArray } from "@ml-roadmap/ndarray";

/** What an optimiser remembers of one parameter between steps: arrays of the parameter's shape. */
export type State = Record<string, NDArray>;

/** One parameter's part in one training step. */
export interface Update {
  value: NDArray;
  /** Gradient of the loss with respect to `value`, same shape. */
  gradient: NDArray;
  state: State;
  /** Number of this step, from 1. */
  step: number;
  learningRate: number;
  /** Weight decay coefficient for this parameter; 0 for biases and scales. */
  weightDecay: number;
}

/**
 * An optimiser is two pure functions: what it remembers at the start, and what value and memory
 * become in one step. It holds no state of its own, so saving `state` saves everything.
 */
export interface Optimizer {
  readonly name: string;
  init(value: NDArray): State;
  update(step: Update): { value: NDArray; state: State };
}
