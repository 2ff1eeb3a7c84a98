import type { Backend } from "../runtime/backend.ts";
import { onnxNode } from "../runtime/onnx-node.ts";
import { startingWeights } from "./initial-weights.ts";
import { openLocalTrainer } from "./local-trainer.ts";
import type { CoreTrainer } from "./local-trainer.ts";
import { adamw } from "./optimizer.ts";
import type { Optimizer } from "./optimizer.ts";
import { PhasedTrainer } from "./phased-trainer.ts";
import { planTraining } from "./plan.ts";
import type { Build, TrainingPlan } from "./plan.ts";
import { Random } from "./random.ts";
import type { Carried } from "./state.ts";
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
export async function createTrainer({
  weights: given = {},
  ...options
}: TrainerOptions): Promise<Trainer> {
  const { build, trainable, seed = 0 } = options;
  checkBackend(options);
  const plan = planTraining({ build, trainable });
  const weights = startingWeights(plan, given, new Random(seed));
  const core = await openCore(options, plan, weights);
  return new PhasedTrainer(core, (next) => {
    const planned = planTraining({ build, trainable: next });
    return (current, carried) => openCore(options, planned, current, carried);
  });
}

function checkBackend({ worker = false, workers = 0, backend = onnxNode }: TrainerOptions): void {
  if ((worker || workers > 0) && backend !== onnxNode) {
    throw new RangeError(`train: workers run on onnxruntime-node only, found ${backend.name}`);
  }
}

async function openCore(
  options: Omit<TrainerOptions, "weights">,
  planned: TrainingPlan,
  weights: Readonly<Record<string, Float32Array>>,
  carried?: Carried,
): Promise<CoreTrainer> {
  const { build, backend = onnxNode, optimizer = adamw() } = options;
  const { threads = 1, clipNorm = Infinity, seed = 0, workers = 0 } = options;
  const plan = options.bakeFrozen ? withBaked(build, planned, weights) : planned;
  const local = { plan, backend, threads, optimizer, clipNorm, seed, weights, workers, carried };
  if (!options.worker) return openLocalTrainer(local);
  const { openWorkerTrainer } = await import("../worker/worker-trainer.ts");
  return openWorkerTrainer(local);
}

function withBaked(
  build: Build,
  { frozen }: TrainingPlan,
  weights: Readonly<Record<string, Float32Array>>,
): TrainingPlan {
  const baked = Object.fromEntries(frozen.map((name) => [name, weights[name]]));
  return planTraining({ build, trainable: (name) => !frozen.includes(name), baked });
}
