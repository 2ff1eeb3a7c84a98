import { showShape } from "../graph/dimension.ts";
import { ShapeError } from "../graph/shape-error.ts";
import { sameShape } from "../graph/shape.ts";
import type { Value } from "../graph/value.ts";
import type { Composite } from "../graph/tape.ts";
import { checkRate, dropoutMask } from "./dropout.ts";
import { add, multiply, subtract } from "./elementwise.ts";
import { matmul } from "./matmul.ts";
import { sum } from "./reduce.ts";
import { softmax } from "./softmax.ts";
import { unbroadcast } from "./unbroadcast.ts";

// B batch, A heads, Q queries, K keys, D size of a head.

export type AttentionOptions = {
  /** Added to the scores, broadcasting to `(B, A, Q, K)`: 0 where a key may be seen, a large negative number elsewhere. */
  readonly bias?: Value;
  /** A factor for the scores (default `1 / sqrt(D)`). */
  readonly scale?: number;
  /** Dropout rate of the attention weights. */
  readonly dropout?: number;
};

/**
 * Scaled dot-product attention, `softmax(scale * q k^T + bias) v`:
 * q `(B, A, Q, D)`, k and v `(B, A, K, D)`, the result is `(B, A, Q, D)`.
 *
 * It has a derivative of its own: the row sums that softmax's gradient needs are taken from the
 * small output (`sum(dO * O)`), not from the large weights. Source: https://arxiv.org/abs/2205.14135, section 3.1.
 */
export function attention(q: Value, k: Value, v: Value, options: AttentionOptions = {}): Value {
  const size = q.shape[q.rank - 1];
  if (q.rank !== 4 || typeof size !== "number" || !sameShape(k.shape, v.shape)) {
    throw new ShapeError(
      `attention: expected q (B, A, Q, D), k and v (B, A, K, D), found ${[q, k, v].map((x) => showShape(x.shape)).join(", ")}`,
    );
  }
  const { bias, scale = 1 / Math.sqrt(size), dropout: rate = 0 } = options;
  checkRate("attention", rate);
  const weightsShape = [...q.shape.slice(0, 3), k.shape[2]];
  const isDropping = rate > 0 && q.graph.mode === "training";
  const mask = isDropping ? dropoutMask(q.graph, weightsShape, rate) : undefined;
  const [output] = q.graph.composite([q, k, v, bias, mask], ([q, k, v, bias, mask]) => {
    if (q === undefined || k === undefined || v === undefined) {
      throw new ShapeError("attention: replayed without its inputs");
    }
    return build(q, k, v, bias, mask, scale);
  });
  return output;
}

function build(
  q: Value,
  k: Value,
  v: Value,
  bias: Value | undefined,
  mask: Value | undefined,
  scale: number,
): Composite {
  const scores = matmul(q, k, { transposeB: true, scale });
  const weights = softmax(bias === undefined ? scores : add(scores, bias));
  const dropped = mask === undefined ? weights : multiply(weights, mask);
  const output = matmul(dropped, v);
  return {
    outputs: [output],
    gradients: ([dOutput]) => {
      if (dOutput === undefined) return [];
      let shared: Value | undefined;
      const dScores = (): Value => (shared ??= gradientOfScores(dOutput));
      return [
        () => matmul(dScores(), k, { scale }),
        () => matmul(dScores(), q, { transposeA: true, scale }),
        () => matmul(dropped, dOutput, { transposeA: true }),
        bias && (() => unbroadcast(dScores(), bias.shape)),
      ];
    },
  };

  function gradientOfScores(dOutput: Value): Value {
    const dDropped = matmul(dOutput, v, { transposeB: true });
    const dWeights = mask === undefined ? dDropped : multiply(dDropped, mask);
    const rowSums = sum(multiply(dOutput, output), { axis: -1, keepDims: true });
    return multiply(weights, subtract(dWeights, rowSums));
  }
}
