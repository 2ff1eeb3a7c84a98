import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { LayerSpec } from "./layer-spec.ts";

// N images of H x W pixels and C channels, F filters of K x K pixels, P x Q output pixels.

/** A layer with its weights in it: what goes in -> what comes out. */
export type Layer = (x: NDArray) => NDArray;

/** Looks up a layer's weight by its name and checks its shape. */
export type Weights = (name: string, shape: readonly number[]) => NDArray;

const EPSILON = 1e-5;

/** From so many rows on, one matrix product takes less time than a matrix-vector product for each. */
const MANY_ROWS = 4;

/** The layer of a spec as it is in inference: dropout passes on, batch norm uses its running statistics. */
export function layer(spec: LayerSpec, weights: Weights): Layer {
  switch (spec.type) {
    case "dense": {
      const weight = weights("weight", [spec.inputs, spec.outputs]);
      const bias = weights("bias", [spec.outputs]);
      return (x) => {
        const y = rowsTimes(x, weight);
        return np.add(y, bias, { out: y });
      };
    }
    case "conv2d":
      return conv2d(spec, weights);
    case "batchNorm": {
      const part = (name: string) => weights(name, [spec.features]);
      const deviation = np.sqrt(np.add(part("runningVariance"), EPSILON));
      const scale = np.divide(part("gamma"), deviation);
      const shift = np.subtract(part("beta"), np.multiply(part("runningMean"), scale));
      return (x) => np.add(np.multiply(x, scale), shift);
    }
    case "layerNorm": {
      const [gamma, beta] = [weights("gamma", [spec.features]), weights("beta", [spec.features])];
      return (x) => {
        const centred = np.subtract(x, np.mean(x, { axis: -1, keepdims: true }));
        const variance = np.mean(np.square(centred), { axis: -1, keepdims: true });
        const normalized = np.divide(centred, np.sqrt(np.add(variance, EPSILON)));
        return np.add(np.multiply(normalized, gamma), beta);
      };
    }
    case "maxPool":
      return (x) => maxPool(x, spec.kernel);
    case "dropout":
      return (x) => x;
    case "relu":
      return relu;
    case "gelu":
      return (x) => np.multiply(np.multiply(x, 0.5), np.add(np.erf(np.divide(x, Math.SQRT2)), 1));
    case "tanh":
      return (x) => np.tanh(x);
    case "sigmoid":
      return (x) => np.sigmoid(x);
    case "flatten":
      return (x) => x.reshape(x.shape[0], -1);
    case "globalAveragePool":
      return (x) => np.mean(x, { axis: [1, 2] });
    case "residual": {
      const inner = sequential(spec.layers, (name, shape) => weights(name, shape));
      return (x) => np.add(x, inner(x));
    }
  }
}

/** Layers one after the other; the weights of layer i are named `<i>.<type>.<name>`. */
export function sequential(specs: readonly LayerSpec[], weights: Weights): Layer {
  const layers = specs.map((spec, i) =>
    layer(spec, (name, shape) => weights(`${i}.${spec.type}.${name}`, shape)),
  );
  return (x) => layers.reduce((activation, next) => next(activation), x);
}

/** `max(x, 0)` */
const relu = (x: NDArray): NDArray => np.maximum(x, 0);

/** (N, D) x (D, H) -> (N, H) */
function rowsTimes(x: NDArray, weight: NDArray): NDArray {
  const [N] = x.shape;
  if (N === 1 || N >= MANY_ROWS) return np.matmul(x, weight);
  const y = np.empty([N, weight.shape[1]], { dtype: "float32" });
  for (let n = 0; n < N; n++) {
    const row = `${n}:${n + 1}`;
    np.matmul(x.at(row), weight, { out: y.at(row) });
  }
  return y;
}

/** (N, H, W, C) -> (N, P, Q, F); half the kernel is padded with zeros on every side. */
function conv2d(spec: Extract<LayerSpec, { type: "conv2d" }>, weights: Weights): Layer {
  const { channels: C, filters, kernel: K, stride = 1, bias: biased = true } = spec;
  const weight = weights("weight", [K * K * C, filters]);
  const bias = biased ? weights("bias", [filters]) : undefined;
  const padding = K >> 1;
  return (x) => {
    const [N, H, W] = x.shape;
    const P = Math.floor((H + 2 * padding - K) / stride) + 1;
    const Q = Math.floor((W + 2 * padding - K) / stride) + 1;
    const pixels = x.toTyped("float32");
    const columns = new Float32Array(N * P * Q * K * K * C);
    let at = 0;
    for (let n = 0; n < N; n++) {
      for (let p = 0; p < P; p++) {
        for (let q = 0; q < Q; q++) {
          for (let k = 0; k < K; k++) {
            const row = p * stride + k - padding;
            for (let l = 0; l < K; l++, at += C) {
              const column = q * stride + l - padding;
              if (row < 0 || row >= H || column < 0 || column >= W) continue;
              const from = ((n * H + row) * W + column) * C;
              for (let c = 0; c < C; c++) columns[at + c] = pixels[from + c];
            }
          }
        }
      }
    }
    const y = np.matmul(np.fromTyped(columns, [N * P * Q, K * K * C]), weight);
    return (bias ? np.add(y, bias) : y).reshape(N, P, Q, filters);
  };
}

/** (N, H, W, C) -> (N, floor(H / K), floor(W / K), C): the largest of each window. */
function maxPool(x: NDArray, K: number): NDArray {
  const [N, H, W, C] = x.shape;
  const [P, Q] = [Math.floor(H / K), Math.floor(W / K)];
  const whole = x.at(":", `0:${P * K}`, `0:${Q * K}`);
  return np.max(whole.reshape(N, P, K, Q, K, C), { axis: [2, 4] });
}
