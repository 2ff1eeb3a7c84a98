// N numbers of a parameter.

/** A parameter and what AdamW remembers of it, `(N)` each; the moments start at 0. */
export interface AdamWParameter {
  readonly weights: Float32Array | Float64Array;
  /** Running mean of the gradient. */
  readonly first: Float32Array | Float64Array;
  /** Running mean of the gradient's square. */
  readonly second: Float32Array | Float64Array;
}

export interface AdamWOptions {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

/**
 * One step of AdamW, in place; `step` is 1 at the parameter's first update.
 *
 * `m = beta1 m + (1 - beta1) g`, `v = beta2 v + (1 - beta2) g^2`, and
 * `w = w - rate decay w - rate m' / (sqrt(v') + epsilon)` with the bias-corrected
 * `m' = m / (1 - beta1^step)`, `v' = v / (1 - beta2^step)`.
 *
 * Training runs on onnx-grad's fused kernel, which gives the same numbers; this is what it is tested against.
 * Sources: https://arxiv.org/abs/1412.6980, algorithm 1; https://arxiv.org/abs/1711.05101, algorithm 2.
 * Throws RangeError when the sizes differ or `step` is not a whole number from 1.
 */
export function adamwStep(
  { weights, first, second }: AdamWParameter,
  gradient: ArrayLike<number>,
  step: number,
  { learningRate, beta1, beta2, epsilon, weightDecay }: AdamWOptions,
): void {
  const sizes = [weights, first, second, gradient].map(({ length }) => length);
  if (new Set(sizes).size !== 1) {
    throw new RangeError(
      `adamwStep: expected weights, moments and gradient of one size, found ${sizes.join(", ")}`,
    );
  }
  if (!Number.isSafeInteger(step) || step < 1) {
    throw new RangeError(`adamwStep: expected a step from 1, found ${step}`);
  }
  //#region solution 4.15 moments, their corrections, the decay and the step
  for (let i = 0; i < weights.length; i += 1) {
    first[i] = beta1 * first[i] + (1 - beta1) * gradient[i];
    second[i] = beta2 * second[i] + (1 - beta2) * gradient[i] ** 2;
    const mean = first[i] / (1 - beta1 ** step);
    const square = second[i] / (1 - beta2 ** step);
    const direction = mean / (Math.sqrt(square) + epsilon);
    weights[i] -= learningRate * (weightDecay * weights[i] + direction);
  }
  //#endregion
}
