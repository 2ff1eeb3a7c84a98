import { CLASSES, SIDE } from "../data/dataset.ts";
import { defaults, type TrainOptions } from "../training/options.ts";
import type { LayerSpec } from "./architecture.ts";

/** Dense layers with ReLU between them, `sizes` from the pixels to the classes. */
export function mlp(
  sizes: readonly number[] = [SIDE * SIDE, 256, 128, CLASSES],
  { dropout = 0, batchNorm = false } = {},
): LayerSpec[] {
  const specs: LayerSpec[] = [{ type: "flatten" }];
  for (let i = 0; i + 1 < sizes.length; i++) {
    specs.push({ type: "dense", inputs: sizes[i], outputs: sizes[i + 1] });
    if (i + 2 === sizes.length) break;
    if (batchNorm) specs.push({ type: "batchNorm", features: sizes[i + 1] });
    specs.push({ type: "relu" });
    if (dropout > 0) specs.push({ type: "dropout", rate: dropout });
  }
  return specs;
}

/** Convolution, batch norm, ReLU. */
function block(channels: number, filters: number, kernel = 3, stride = 1): LayerSpec[] {
  return [
    { type: "conv2d", channels, filters, kernel, stride, bias: false },
    { type: "batchNorm", features: filters },
    { type: "relu" },
  ];
}

/** Three stages of convolutions, each at half the size of the one before, then a mean per channel. */
export function cnn(width = 16): LayerSpec[] {
  const [a, b, c] = [width, 2 * width, 4 * width];
  return [
    ...block(1, a),
    ...block(a, a),
    { type: "maxPool", kernel: 2 },
    ...block(a, b),
    ...block(b, b),
    { type: "maxPool", kernel: 2 },
    ...block(b, c),
    ...block(c, c),
    { type: "globalAveragePool" },
    { type: "dropout", rate: 0.2 },
    { type: "dense", inputs: c, outputs: CLASSES },
  ];
}

/** A network with the way to train it. */
export interface Recipe {
  title: string;
  architecture: LayerSpec[];
  options: TrainOptions;
}

const augmentation = { shift: 2, rotate: 12, scale: 0.12, shear: 0.15, elastic: 1.2 };

/** The recipes that `train --recipe` knows; all were chosen on validation images. */
export const recipes = {
  quick: { title: "MLP 784-256-128-10", architecture: mlp(), options: defaults },
  mlp: {
    title: "MLP 784-1024-512-10 with dropout and batch norm",
    architecture: mlp([SIDE * SIDE, 1024, 512, CLASSES], { dropout: 0.4, batchNorm: true }),
    options: { ...defaults, epochs: 40, labelSmoothing: 0.05 },
  },
  cnn: {
    title: "CNN of six convolutions",
    architecture: cnn(),
    options: { ...defaults, epochs: 15, learningRate: 4e-3, averageDecay: 0.998, augmentation },
  },
} satisfies Record<string, Recipe>;

export type RecipeName = keyof typeof recipes;
