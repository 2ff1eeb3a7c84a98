import type { Backend } from "../runtime/backend.ts";
import { onnxNode } from "../runtime/onnx-node.ts";
import { startingWeights } from "./initial-weights.ts";
import { openLocalTrainer } from "./local-trainer.ts";
import { adamw } from "./optimizer.ts";
import type { Optimizer } from "./optimizer.ts";
import { planTraining } from "./plan.ts";
import type { Build } from "./plan.ts";
import { Random } from "./random.ts";
import type { Trainer } from "./trainer.ts";

export type TrainerOptions = {
  /** The model: appends itself to the graph and returns the loss and other outputs. */
  readonly build: Build;
  /** Initial values by parameter; those that are missing start as their initializers say. */
  readonly weights?: Readonly<Record<string, Float32Array>>;
  /** For initial values and dropout (default 0). */
  readonly seed?: number;
  /** Which parameters are trained (default all). */
  readonly trainable?: (name: string) => boolean;
  /**
   * Make frozen parameters part of the training model, which then takes them in the layout of its kernels:
   * some 8% less time, but two copies more in memory. Default: they are fed like the trained ones.
   */
  readonly bakeFrozen?: boolean;
  /** Default `adamw()`. */
  readonly optimizer?: Optimizer;
  /** Gradients are scaled down to this norm when theirs, taken together, is larger (default: never). */
  readonly clipNorm?: number;
  /** Default: ONNX Runtime's native library for Node. */
  readonly backend?: Backend;
  /** Threads for one operator (default 1). */
  readonly threads?: number;
  /**
   * Train on a thread of its own, so that this one stays free for timers and requests (default false: a step
   * keeps this thread busy until it ends). Node only.
   */
  readonly worker?: boolean;
  /**
   * Data-parallel training: so many threads, each with a copy of the weights, work on the batches of a step at
   * once when it is given several (default 0: none). Node only.
   */
  readonly workers?: number;
};

/** Builds, differentiates and compiles the model, and returns its trainer. */
export async function createTrainer(options: TrainerOptions): Promise<Trainer> {
  const { build, trainable, seed = 0, optimizer = adamw(), threads = 1 } = options;
  let plan = planTraining({ build, trainable });
  const weights = startingWeights(plan, options.weights ?? {}, new Random(seed));
  if (options.bakeFrozen) {
    const baked = Object.fromEntries(plan.frozen.map((name) => [name, weights[name]]));
    plan = planTraining({ build, trainable, baked });
  }
  const { backend = onnxNode, clipNorm = Infinity, workers = 0 } = options;
  if ((options.worker || workers > 0) && backend !== onnxNode) {
    throw new RangeError(`train: workers run on onnxruntime-node only, found ${backend.name}`);
  }
  const local = { plan, backend, threads, optimizer, clipNorm, seed, weights, workers };
  if (!options.worker) return openLocalTrainer(local);
  const { openWorkerTrainer } = await import("../worker/worker-trainer.ts");
  return openWorkerTrainer(local);
}
