import type { Backend } from "../runtime/backend.ts";
import { onnxNode } from "../runtime/onnx-node.ts";
import { checkWeights, initialise } from "./initial-weights.ts";
import { openLocalTrainer } from "./local-trainer.ts";
import { adamw } from "./optimizer.ts";
import type { Optimizer } from "./optimizer.ts";
import { planTraining } from "./plan.ts";
import type { Build } from "./plan.ts";
import { Random } from "./random.ts";
import { sizeOfShape } from "./slot.ts";
import type { Trainer } from "./trainer.ts";

export type TrainerOptions = {
  /** The model: appends itself to the graph and returns the loss and other outputs. */
  readonly build: Build;
  /** Initial values by parameter; those that are missing start as their initializers say. */
  readonly weights?: Readonly<Record<string, Float32Array>>;
  /** For initial values and dropout (default 0). */
  readonly seed?: number;
  /** Which parameters are trained (default all). The others become part of the model. */
  readonly trainable?: (name: string) => boolean;
  /** Default `adamw()`. */
  readonly optimizer?: Optimizer;
  /** Gradients are scaled down to this norm when theirs, taken together, is larger (default: never). */
  readonly clipNorm?: number;
  /** Default: ONNX Runtime's native library for Node. */
  readonly backend?: Backend;
  /** Threads for one operator (default 1). */
  readonly threads?: number;
};

/** Builds, differentiates and compiles the model, and returns its trainer. */
export async function createTrainer(options: TrainerOptions): Promise<Trainer> {
  const { seed = 0, optimizer = adamw(), backend = onnxNode, threads = 1 } = options;
  const random = new Random(seed);
  const weights: Record<string, Float32Array> = { ...options.weights };
  const plan = planTraining({
    build: options.build,
    trainable: options.trainable,
    frozenWeights(parameter) {
      const { name, shape } = parameter;
      if (!Object.hasOwn(weights, name)) {
        weights[name] = new Float32Array(sizeOfShape(shape));
        initialise(parameter, random, weights[name]);
      }
      return checkWeights(parameter, weights[name]);
    },
  });
  const clipNorm = options.clipNorm ?? Infinity;
  return openLocalTrainer({ plan, backend, threads, optimizer, clipNorm, seed, weights });
}
