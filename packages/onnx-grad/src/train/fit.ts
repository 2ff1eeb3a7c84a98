import type { Tensors } from "../runtime/backend.ts";
import type { StepResult, Trainer } from "./trainer.ts";

export type Batches = Iterable<Tensors> | AsyncIterable<Tensors>;

export type Progress = Omit<StepResult, "outputs"> & {
  /** 1 for the first pass over the data. */
  readonly epoch: number;
  /** Time since the start, in milliseconds. */
  readonly elapsed: number;
};

export type FitOptions = {
  /** Passes over the data (default 1). */
  readonly epochs?: number;
  /** Batches that make one update together (default 1). */
  readonly accumulate?: number;
  /** The learning rate of each update, counted from 1, or from `completed + 1` (default: the optimiser's). */
  readonly schedule?: (step: number) => number;
  /** Updates of the run that this one goes on with, for its schedule (default 0). */
  readonly completed?: number;
  /** Called after each update. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called after each pass, for evaluation; training goes on when it has ended. */
  readonly onEpoch?: (epoch: number) => void | Promise<void>;
  /** Ends training after the current update. */
  readonly signal?: AbortSignal;
};

/**
 * Trains on all batches, `epochs` times; `batches(epoch)` gives those of one pass (shuffled as you like).
 * Between updates the event loop has its turn. Returns the last update's progress, undefined when there was none.
 */
export async function fit(
  trainer: Trainer,
  batches: (epoch: number) => Batches,
  options: FitOptions = {},
): Promise<Progress | undefined> {
  const { epochs = 1, accumulate = 1, completed = 0 } = options;
  const { schedule, onProgress, onEpoch, signal } = options;
  const start = performance.now();
  let [last, step]: [Progress | undefined, number] = [undefined, completed];
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    for await (const group of groups(batches(epoch), accumulate)) {
      if (signal?.aborted) return last;
      step += 1;
      const { outputs: _, ...result } = await trainer.step(group, {
        learningRate: schedule?.(step),
      });
      last = { ...result, epoch, elapsed: performance.now() - start };
      onProgress?.(last);
      await nextTurn();
    }
    await onEpoch?.(epoch);
  }
  return last;
}

/** Lets timers and events have their turn; browsers have no `setImmediate`. */
function nextTurn(): Promise<void> {
  const defer: (resolve: () => void) => unknown = globalThis.setImmediate ?? setTimeout;
  return new Promise((resolve) => {
    defer(resolve);
  });
}

/** The batches in groups of `size`; the last may be smaller. */
async function* groups(batches: Batches, size: number): AsyncGenerator<Tensors[]> {
  let group: Tensors[] = [];
  for await (const batch of batches) {
    group.push(batch);
    if (group.length === size) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}
