/** Which parameters shrink by weight decay. */
export type Decays = (name: string, shape: readonly number[]) => boolean;

/** A factor for the learning rate of each parameter: smaller for lower layers, as fine-tuning has it. */
export type LearningRateFactor = (name: string, shape: readonly number[]) => number;

export type AdamW = {
  readonly kind: "adamw";
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
  readonly decays: Decays;
  readonly learningRateFactor: LearningRateFactor;
};

export type Sgd = {
  readonly kind: "sgd";
  readonly learningRate: number;
  readonly momentum: number;
  readonly nesterov: boolean;
  readonly weightDecay: number;
  readonly decays: Decays;
  readonly learningRateFactor: LearningRateFactor;
};

export type Optimizer = AdamW | Sgd;

/** All parameters decay, as PyTorch has it by default. */
const everything: Decays = () => true;

const evenly: LearningRateFactor = () => 1;

/** Matrices decay; biases and the scales of norms do not: what transformers are trained with. */
export const matricesOnly: Decays = (_, shape) => shape.length > 1;

/** AdamW with decoupled weight decay; the defaults are PyTorch's. Source: https://arxiv.org/abs/1711.05101 */
export function adamw(options: Partial<Omit<AdamW, "kind">> = {}): AdamW {
  return {
    kind: "adamw",
    learningRate: 1e-3,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    weightDecay: 0.01,
    decays: everything,
    learningRateFactor: evenly,
    ...options,
  };
}

/** Stochastic gradient descent, with momentum and weight decay as PyTorch has them. */
export function sgd(options: Partial<Omit<Sgd, "kind">> = {}): Sgd {
  return {
    kind: "sgd",
    learningRate: 1e-2,
    momentum: 0,
    nesterov: false,
    weightDecay: 0,
    decays: everything,
    learningRateFactor: evenly,
    ...options,
  };
}

/** How many moments of its size the optimiser keeps for each parameter. */
export function momentCount(optimizer: Optimizer): 0 | 1 | 2 {
  if (optimizer.kind === "adamw") return 2;
  return optimizer.momentum === 0 ? 0 : 1;
}
