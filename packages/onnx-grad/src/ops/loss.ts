import { showShape } from "../graph/dimension.ts";
import { sameShape } from "../graph/shape.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value } from "../graph/value.ts";
import { softplus } from "./activation.ts";
import { add, divide, maximum, multiply, negative, square, subtract } from "./elementwise.ts";
import { mean, sum } from "./reduce.ts";

export type Reduction = "mean" | "sum";

export type LossOptions = {
  /** How much each element counts, of the targets' shape: 0 leaves one out. A mean divides by their sum. */
  readonly weights?: Value;
  readonly reduction?: Reduction;
};

export type BinaryCrossEntropyOptions = LossOptions & {
  /** How much a positive counts for each label, along the last axis: above 1 where positives are rare. */
  readonly positiveWeights?: readonly number[];
};

/**
 * Binary cross-entropy of scores before the sigmoid: logits and targets (0 to 1) of one shape, a scalar. With
 * several labels a sample the last axis is theirs.
 * Loss: `mean(log(1 + exp(x)) - x t)`; gradient: `(sigmoid(x) - t) / N`.
 */
export function binaryCrossEntropy(
  logits: Value,
  targets: Value,
  { positiveWeights, ...options }: BinaryCrossEntropyOptions = {},
): Value {
  checkSame("binaryCrossEntropy", logits, targets);
  if (positiveWeights === undefined) {
    return reduced(subtract(softplus(logits), multiply(logits, targets)), options);
  }
  const labels = logits.shape[logits.rank - 1];
  if (labels !== positiveWeights.length) {
    throw new ShapeError(
      `binaryCrossEntropy: logits ${showShape(logits.shape)} need ${labels} positive weights, found ${positiveWeights.length}`,
    );
  }
  const extra = logits.graph.constant(
    "float32",
    [labels],
    Float32Array.from(positiveWeights, (weight) => weight - 1),
  );
  // x (1 - t) + (1 + (w - 1) t) log(1 + exp(-x))
  const factors = add(multiply(targets, extra), 1);
  const misses = multiply(factors, softplus(negative(logits)));
  return reduced(add(subtract(logits, multiply(logits, targets)), misses), options);
}

/** `mean((prediction - target)^2)`, for regression; gradient: `2 (prediction - target) / N`. */
export function meanSquaredError(
  prediction: Value,
  target: Value,
  options: LossOptions = {},
): Value {
  checkSame("meanSquaredError", prediction, target);
  return reduced(square(subtract(prediction, target)), options);
}

/** The losses of all elements as one number. */
export function reduced(losses: Value, { weights, reduction = "mean" }: LossOptions): Value {
  if (weights === undefined) return reduction === "sum" ? sum(losses) : mean(losses);
  checkSame("loss weights", losses, weights);
  const total = sum(multiply(losses, weights));
  return reduction === "sum" ? total : divide(total, maximum(sum(weights), 1e-12));
}

function checkSame(operation: string, a: Value, b: Value): void {
  if (sameShape(a.shape, b.shape)) return;
  throw new ShapeError(
    `${operation}: expected one shape, found ${showShape(a.shape)} and ${showShape(b.shape)}`,
  );
}
