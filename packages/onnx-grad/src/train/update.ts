import { scratchFloats } from "./arena.ts";
import type { Optimizer } from "./optimizer.ts";
import type { Slot } from "./slot.ts";

/** What one update of a parameter depends on besides its gradient. */
export type UpdateStep = {
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  /** 1 at the parameter's first update. */
  readonly number: number;
  /** A factor for all gradients (clipping, averaging). */
  readonly gradientScale: number;
};

/** The sum of the gradient's squares. */
export function sumOfSquares({ arena }: Slot, gradient: Float32Array): number {
  let total = 0;
  for (let start = 0; start < gradient.length; start += scratchFloats) {
    const { pointer, count } = stage(arena, gradient, start);
    total += arena.kernels.sumOfSquares(pointer, count);
  }
  return total;
}

/** One step of the optimiser for a whole parameter. */
export function updateParameter(slot: Slot, gradient: Float32Array, step: UpdateStep): void {
  for (let start = 0; start < gradient.length; start += scratchFloats) {
    const { pointer, count } = stage(slot.arena, gradient, start);
    updateSpan(slot, start, count, pointer, step);
  }
}

/** The same where the gradient is zero, for `count` numbers from `start`. */
export function updateWithoutGradient(
  slot: Slot,
  start: number,
  count: number,
  step: UpdateStep,
): void {
  const pointer = slot.arena.zeros.byteOffset;
  for (let done = 0; done < count; done += scratchFloats) {
    updateSpan(slot, start + done, Math.min(scratchFloats, count - done), pointer, step);
  }
}

/** Copies part of a gradient to the arena, up to its scratch space; what follows within the last vector is zero. */
export function stage(
  { scratch }: Slot["arena"],
  gradient: Float32Array,
  start: number,
): { pointer: number; count: number } {
  const part = gradient.subarray(start, start + scratchFloats);
  scratch.set(part);
  scratch.fill(0, part.length, Math.ceil(part.length / 4) * 4);
  return { pointer: scratch.byteOffset, count: part.length };
}

/** Runs the kernel on `count` numbers of the parameter from `start`; their gradient is at `pointer`. */
export function updateSpan(
  { arena, weights, moments: [first, second], decays }: Slot,
  start: number,
  length: number,
  pointer: number,
  { optimizer, learningRate, number, gradientScale }: UpdateStep,
): void {
  const { kernels } = arena;
  const count = Math.ceil(length / 4) * 4;
  const at = (array: Float32Array): number => array.byteOffset + start * 4;
  const decay = decays ? optimizer.weightDecay : 0;
  if (optimizer.kind === "adamw") {
    const { beta1, beta2, epsilon } = optimizer;
    kernels.adamw(
      at(weights),
      pointer,
      at(first),
      at(second),
      count,
      beta1,
      1 - beta1,
      beta2,
      1 - beta2,
      learningRate / (1 - beta1 ** number),
      1 / Math.sqrt(1 - beta2 ** number),
      epsilon,
      1 - learningRate * decay,
      gradientScale,
    );
  } else if (optimizer.momentum === 0) {
    kernels.sgd(at(weights), pointer, count, learningRate, decay, gradientScale);
  } else {
    const { momentum, nesterov } = optimizer;
    const [own, past] = nesterov ? [1, momentum] : [0, 1];
    kernels.sgdMomentum(
      at(weights),
      pointer,
      at(first),
      count,
      learningRate,
      momentum,
      decay,
      gradientScale,
      own,
      past,
    );
  }
}
