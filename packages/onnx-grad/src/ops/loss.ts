import { showShape } from "../graph/dimension.ts";
import { sameShape } from "../graph/shape.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value } from "../graph/value.ts";
import {
  add,
  cast,
  divide,
  equal,
  logicalNot,
  maximum,
  multiply,
  negative,
  square,
  subtract,
  where,
} from "./elementwise.ts";
import { softplus } from "./activation.ts";
import { takeAlongAxis } from "./gather.ts";
import { mean, sum } from "./reduce.ts";
import { expandDims, squeeze } from "./shape.ts";
import { logSoftmax } from "./softmax.ts";

// N samples (any number of leading axes), K classes.

export type CrossEntropyOptions = {
  /** Samples with this target count for nothing (default -100). */
  readonly ignoreIndex?: number;
  /** The share of each target that is spread evenly over all classes (default 0). */
  readonly labelSmoothing?: number;
  /** `mean` divides by the number of samples that count (default), `sum` does not. */
  readonly reduction?: "mean" | "sum";
};

/**
 * Softmax cross-entropy of class scores: logits `(..., K)`, targets int64 `(...)`, a scalar.
 * Loss: `-mean(log softmax(logits)[target])`; gradient: `(softmax(logits) - onehot(target)) / N`.
 */
export function crossEntropy(
  logits: Value,
  targets: Value,
  options: CrossEntropyOptions = {},
): Value {
  const { ignoreIndex = -100, labelSmoothing = 0, reduction = "mean" } = options;
  if (targets.dtype !== "int64" || !sameShape(targets.shape, logits.shape.slice(0, -1))) {
    throw new ShapeError(
      `crossEntropy: logits ${showShape(logits.shape)} need int64 targets ${showShape(logits.shape.slice(0, -1))}, found ${targets.dtype} ${showShape(targets.shape)}`,
    );
  }
  const axis = logits.rank - 1;
  const counts = logicalNot(equal(targets, ignoreIndex));
  const logProbabilities = logSoftmax(logits);
  const indices = expandDims(where(counts, targets, 0), axis);
  const picked = squeeze(takeAlongAxis(logProbabilities, indices, axis), axis);
  const scores =
    labelSmoothing === 0
      ? picked
      : add(
          multiply(picked, 1 - labelSmoothing),
          multiply(mean(logProbabilities, { axis }), labelSmoothing),
        );
  const weights = cast(counts, "float32");
  const total = negative(sum(multiply(scores, weights)));
  return reduction === "sum" ? total : divide(total, maximum(sum(weights), 1));
}

/**
 * Binary cross-entropy of scores before the sigmoid: logits and targets (0 to 1) of one shape, a scalar.
 * Loss: `mean(log(1 + exp(x)) - x t)`; gradient: `(sigmoid(x) - t) / N`.
 */
export function binaryCrossEntropy(logits: Value, targets: Value): Value {
  checkSame("binaryCrossEntropy", logits, targets);
  return mean(subtract(softplus(logits), multiply(logits, targets)));
}

/** `mean((prediction - target)^2)`; gradient: `2 (prediction - target) / N`. */
export function meanSquaredError(prediction: Value, target: Value): Value {
  checkSame("meanSquaredError", prediction, target);
  return mean(square(subtract(prediction, target)));
}

function checkSame(operation: string, a: Value, b: Value): void {
  if (sameShape(a.shape, b.shape)) return;
  throw new ShapeError(
    `${operation}: expected one shape, found ${showShape(a.shape)} and ${showShape(b.shape)}`,
  );
}
