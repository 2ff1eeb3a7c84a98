import type { Graph } from "../graph/graph.ts";
import { showShape } from "../graph/dimension.ts";
import { sameShape } from "../graph/shape.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value } from "../graph/value.ts";
import {
  add,
  cast,
  divide,
  equal,
  exp,
  less,
  logicalNot,
  maximum,
  multiply,
  negative,
  where,
} from "./elementwise.ts";
import { gather, takeAlongAxis } from "./gather.ts";
import { reduced } from "./loss.ts";
import type { Reduction } from "./loss.ts";
import { mean, sum } from "./reduce.ts";
import { expand, expandDims, squeeze } from "./shape.ts";
import { logSoftmax } from "./softmax.ts";

// N samples (any number of leading axes), K classes.

export type CrossEntropyOptions = {
  /** Samples with this target count for nothing (default -100). */
  readonly ignoreIndex?: number;
  /** The share of each target that is spread evenly over all classes (default 0). */
  readonly labelSmoothing?: number;
  /** How much each class counts, `(K)`: more for rare ones. */
  readonly classWeights?: readonly number[];
  /** How much each sample counts, of the logits' shape without its last axis. */
  readonly weights?: Value;
  /** `mean` divides by the number of samples that count, or by the sum of their weights (default); `sum` does not. */
  readonly reduction?: Reduction;
};

/**
 * Softmax cross-entropy of class scores: logits `(..., K)`, a scalar. Targets are int64 classes `(...)`, or float32
 * shares of the classes `(..., K)` (soft targets: a teacher's probabilities, labels that people disagreed on).
 * Loss: `-mean(log softmax(logits)[target])`; gradient: `(softmax(logits) - onehot(target)) / N`.
 */
export function crossEntropy(
  logits: Value,
  targets: Value,
  options: CrossEntropyOptions = {},
): Value {
  const classes = logits.shape[logits.rank - 1];
  const { classWeights } = options;
  if (classWeights !== undefined && classWeights.length !== classes) {
    throw new ShapeError(
      `crossEntropy: logits ${showShape(logits.shape)} need ${classes} class weights, found ${classWeights.length}`,
    );
  }
  if (targets.dtype === "float32" && sameShape(targets.shape, logits.shape)) {
    return softCrossEntropy(logits, targets, options);
  }
  const samples = logits.shape.slice(0, -1);
  if (targets.dtype !== "int64" || !sameShape(targets.shape, samples)) {
    throw new ShapeError(
      `crossEntropy: logits ${showShape(logits.shape)} need targets int64 ${showShape(samples)} or float32 ${showShape(logits.shape)}, found ${targets.dtype} ${showShape(targets.shape)}`,
    );
  }
  return hardCrossEntropy(logits, targets, options);
}

function hardCrossEntropy(logits: Value, targets: Value, options: CrossEntropyOptions): Value {
  const { ignoreIndex = -100, labelSmoothing = 0, classWeights, reduction = "mean" } = options;
  const counts = logicalNot(equal(targets, ignoreIndex));
  // ONNX counts negative indices from the end; as K they are refused when the graph runs.
  const known = where(less(targets, 0), Number(logits.shape[logits.rank - 1]), targets);
  const classes = where(counts, known, 0);
  const perClass = classWeights && constantOf(logits.graph, classWeights);
  const seen = cast(counts, "float32");
  const samples = options.weights === undefined ? seen : multiply(seen, options.weights);
  const weights = perClass === undefined ? samples : multiply(samples, gather(perClass, classes));
  let total = sum(multiply(lossOfClass(logits, classes), weights));
  if (labelSmoothing !== 0) {
    const all = negative(logSoftmax(logits));
    const weighted = perClass === undefined ? all : multiply(all, perClass);
    const spread = sum(multiply(mean(weighted, { axis: -1 }), samples));
    total = add(multiply(total, 1 - labelSmoothing), multiply(spread, labelSmoothing));
  }
  return reduction === "sum" ? total : divide(total, maximum(sum(weights), 1e-12));
}

/** `-log softmax(logits)[class]` for each sample; its derivative writes one array of the logits' size instead of five. */
function lossOfClass(logits: Value, classes: Value): Value {
  const axis = logits.rank - 1;
  const [loss] = logits.graph.composite([logits, classes], ([logits, classes]) => {
    if (logits === undefined || classes === undefined) {
      throw new ShapeError("crossEntropy: replayed without its inputs");
    }
    const logProbabilities = logSoftmax(logits);
    const indices = expandDims(classes, axis);
    const picked = squeeze(takeAlongAxis(logProbabilities, indices, axis), axis);
    return {
      outputs: [negative(picked)],
      // softmax(logits) - onehot(class), each row times its gradient
      gradients: ([d]) => {
        if (d === undefined) return [];
        const minusOne = expand(logits.graph.scalar(-1), indices.shape);
        const inputs = [exp(logProbabilities), indices, minusOne] as const;
        const attributes = { axis, reduction: "add" } as const;
        const [differences] = logits.graph.apply("ScatterElements", inputs, attributes);
        return [() => multiply(differences, expandDims(d, axis)), undefined];
      },
    };
  });
  return loss;
}

function softCrossEntropy(logits: Value, targets: Value, options: CrossEntropyOptions): Value {
  const { labelSmoothing = 0, classWeights, weights, reduction } = options;
  const classes = Number(logits.shape[logits.rank - 1]);
  const smooth =
    labelSmoothing === 0
      ? targets
      : add(multiply(targets, 1 - labelSmoothing), labelSmoothing / classes);
  const shares =
    classWeights === undefined ? smooth : multiply(smooth, constantOf(logits.graph, classWeights));
  const losses = negative(sum(multiply(shares, logSoftmax(logits)), { axis: -1 }));
  return reduced(losses, { weights, reduction });
}

function constantOf(graph: Graph, numbers: readonly number[]): Value {
  return graph.constant("float32", [numbers.length], Float32Array.from(numbers));
}
