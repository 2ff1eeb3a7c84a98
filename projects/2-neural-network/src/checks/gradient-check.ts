import { randomGenerator, sum, multiply, type NDArray } from "@ml-roadmap/ndarray";
import type { Layer } from "../layers/layer.ts";
import { build, type LayerSpec } from "../models/architecture.ts";

/** One array of one layer: how far its gradient is from central differences. */
export interface GradientError {
  layer: string;
  /** `x` for the layer's input, else the parameter. */
  array: string;
  elements: number;
  /** Largest difference, relative to the array's largest gradient. */
  error: number;
}

/** Step of the differences: the cube root of float64's epsilon balances rounding and truncation. */
const STEP = 6e-6;

/** A small instance of every layer, with the shape of its input. */
const cases: readonly { spec: LayerSpec; shape: number[] }[] = [
  { spec: { type: "dense", inputs: 5, outputs: 4 }, shape: [3, 5] },
  { spec: { type: "conv2d", channels: 2, filters: 3, kernel: 3 }, shape: [2, 5, 4, 2] },
  { spec: { type: "conv2d", channels: 2, filters: 2, kernel: 3, stride: 2 }, shape: [2, 6, 5, 2] },
  { spec: { type: "batchNorm", features: 4 }, shape: [6, 4] },
  { spec: { type: "layerNorm", features: 5 }, shape: [3, 5] },
  { spec: { type: "relu" }, shape: [4, 5] },
  { spec: { type: "gelu" }, shape: [4, 5] },
  { spec: { type: "tanh" }, shape: [4, 5] },
  { spec: { type: "sigmoid" }, shape: [4, 5] },
  { spec: { type: "dropout", rate: 0.4 }, shape: [5, 6] },
  { spec: { type: "maxPool", kernel: 2 }, shape: [2, 4, 5, 3] },
  { spec: { type: "averagePool", kernel: 2 }, shape: [2, 4, 6, 3] },
  { spec: { type: "globalAveragePool" }, shape: [2, 3, 4, 2] },
  { spec: { type: "flatten" }, shape: [2, 3, 2, 1] },
  {
    spec: {
      type: "residual",
      layers: [{ type: "dense", inputs: 4, outputs: 4 }, { type: "tanh" }],
    },
    shape: [3, 4],
  },
];

/** The gradients of every kind of layer against central differences, in float64. */
export function checkLayers(seed = 0): GradientError[] {
  return cases.flatMap(({ spec, shape }) => {
    const network = build([spec], randomGenerator(seed));
    for (const parameter of network.parameters) {
      parameter.value = randomGenerator(seed + 1).normal(0, 1, [...parameter.value.shape]);
    }
    const x = randomGenerator(seed + 2).normal(0, 1, shape);
    return gradientErrors(network, x, seed).map((error) => ({ ...error, layer: spec.type }));
  });
}

/**
 * Compares a layer's backward pass with central differences of `sum(upstream * y)`. The upstream
 * gradient is random: with ones, a bias summed over the wrong axis would pass.
 *
 * @param layer its parameters must be float64
 */
export function gradientErrors(layer: Layer, x: NDArray, seed = 0): GradientError[] {
  // The same generator each time: a dropout mask has to stay what it was.
  const forward = () => layer.forward(x, { training: true, random: randomGenerator(seed + 3) });
  const upstream = randomGenerator(seed + 4).normal(0, 1, [...forward().shape]);
  const dX = layer.backward(upstream);
  const checked = [
    { array: "x", value: x, gradient: dX },
    ...layer.parameters.map(({ name, value, gradient }) => ({ array: name, value, gradient })),
  ];
  const loss = () => sum(multiply(forward(), upstream));
  return checked.map(({ array, value, gradient }) => {
    const numbers = value.data;
    const analytic = gradient.toTyped();
    let [worst, largest] = [0, 0];
    for (let i = 0; i < numbers.length; i++) {
      const before = numbers[i];
      numbers[i] = before + STEP;
      const above = loss();
      numbers[i] = before - STEP;
      const numeric = (above - loss()) / (2 * STEP);
      numbers[i] = before;
      worst = Math.max(worst, Math.abs(numeric - analytic[i]));
      largest = Math.max(largest, Math.abs(numeric));
    }
    return { layer: layer.name, array, elements: numbers.length, error: worst / largest };
  });
}
