import type { NDArray } from "../../core/ndarray.ts";
import { update } from "./update.ts";

interface Descent {
  readonly learningRate: number;
  /** Factor of the L2 penalty's gradient that is added to the gradient; 0 when left out. */
  readonly weightDecay?: number;
}

/** `w -= learningRate (g + weightDecay w)`, in place, in one pass. w and g contiguous, of one shape. */
export function sgd(w: NDArray, g: NDArray, { learningRate, weightDecay = 0 }: Descent): void {
  update("sgd", [w, g], [w], [learningRate, weightDecay], (i, j) => {
    w.data[i] -= learningRate * (g.data[j] + weightDecay * w.data[i]);
  });
}

/**
 * Gradient descent with momentum, in place, in one pass:
 * `v = momentum v + g`, `w -= learningRate v` (Nesterov: `w -= learningRate (g + momentum v)`), with
 * `weightDecay w` in g. All arrays contiguous, of one shape (PyTorch's SGD).
 */
export function momentum(
  w: NDArray,
  g: NDArray,
  v: NDArray,
  options: Descent & { readonly momentum?: number; readonly nesterov?: boolean },
): void {
  const { learningRate, weightDecay = 0, momentum: factor = 0.9, nesterov = false } = options;
  const numbers = [learningRate, weightDecay, factor, nesterov ? 1 : 0];
  update("momentum", [w, g, v], [w, v], numbers, (i, j, k) => {
    const gradient = g.data[j] + weightDecay * w.data[i];
    v.data[k] = factor * v.data[k] + gradient;
    w.data[i] -= learningRate * (nesterov ? gradient + factor * v.data[k] : v.data[k]);
  });
}

interface AdamOptions extends Descent {
  /** 1 for the first update: the moments are divided by `1 - beta^step`. */
  readonly step: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

/**
 * Adam, in place, in one pass: `m = beta1 m + (1 - beta1) g`, `v = beta2 v + (1 - beta2) g^2`,
 * `w -= learningRate mHat / (sqrt(vHat) + epsilon)`, with `weightDecay w` in g. All arrays
 * contiguous, of one shape (Kingma and Ba, 2015).
 */
export function adam(w: NDArray, g: NDArray, m: NDArray, v: NDArray, options: AdamOptions): void {
  adaptive(w, g, m, v, options, options.weightDecay ?? 0, 1);
}

/** As `adam`, with the weights decayed by themselves: `w -= learningRate weightDecay w` (Loshchilov and Hutter, 2019). */
export function adamw(w: NDArray, g: NDArray, m: NDArray, v: NDArray, options: AdamOptions): void {
  adaptive(w, g, m, v, options, 0, 1 - options.learningRate * (options.weightDecay ?? 0.01));
}

function adaptive(
  w: NDArray,
  g: NDArray,
  m: NDArray,
  v: NDArray,
  { learningRate, step, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamOptions,
  decay: number,
  keep: number,
): void {
  if (!(step >= 1)) throw new RangeError(`adam: expected step >= 1, found ${step}`);
  const size = learningRate / (1 - beta1 ** step);
  const root = 1 / Math.sqrt(1 - beta2 ** step);
  const numbers = [beta1, 1 - beta1, beta2, 1 - beta2, size, root, epsilon, decay, keep];
  update("adam", [w, g, m, v], [w, m, v], numbers, (i, j, k, l) => {
    const gradient = g.data[j] + decay * w.data[i];
    m.data[k] = beta1 * m.data[k] + (1 - beta1) * gradient;
    v.data[l] = beta2 * v.data[l] + (1 - beta2) * gradient * gradient;
    w.data[i] = keep * w.data[i] - (size * m.data[k]) / (Math.sqrt(v.data[l]) * root + epsilon);
  });
}
