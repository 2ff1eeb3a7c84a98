import { setImmediate as nextTurn } from "node:timers/promises";

/** Milliseconds of work between two turns. */
const workPerTurn = 50;

export interface TurnOptions<Step> {
  /** Called after each step with what it yielded. */
  readonly onStep?: (step: Step) => void;
  /** Ends the calculation, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a long calculation to its end, but lets timers and signals have their turn between its steps: without
 * that, Ctrl-C would wait for the end.
 */
export async function inTurns<Step, Result>(
  steps: Generator<Step, Result, void>,
  { onStep, signal }: TurnOptions<Step> = {},
): Promise<Result> {
  let began = performance.now();
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = steps.next();
    if (done) return value;
    onStep?.(value);
    if (performance.now() - began < workPerTurn) continue;
    await nextTurn();
    began = performance.now();
  }
}
