import { CLASSES, SIDE } from "../data/dataset.ts";
import type { Augmentation } from "../data/augment.ts";
import { defaults, type TrainOptions } from "../training/options.ts";
import type { LayerSpec } from "./architecture.ts";

/** Of the last layer: the logits start near 0, so the first loss is ln 10 and not a random guess's. */
const LAST_GAIN = 0.1;

/** Dense layers with ReLU between them, `sizes` from the pixels to the classes. */
export function mlp(
  sizes: readonly number[] = [SIDE * SIDE, 256, 128, CLASSES],
  { dropout = 0, batchNorm = false } = {},
): LayerSpec[] {
  const specs: LayerSpec[] = [{ type: "flatten" }];
  for (let i = 0; i + 1 < sizes.length; i++) {
    const [inputs, outputs] = [sizes[i], sizes[i + 1]];
    if (i + 2 === sizes.length) {
      specs.push({ type: "dense", inputs, outputs, gain: LAST_GAIN });
      break;
    }
    specs.push({ type: "dense", inputs, outputs });
    if (batchNorm) specs.push({ type: "batchNorm", features: sizes[i + 1] });
    specs.push({ type: "relu" });
    if (dropout > 0) specs.push({ type: "dropout", rate: dropout });
  }
  return specs;
}

/** Convolution, batch norm, ReLU; a stride of 2 halves the image's sides. */
function block(channels: number, filters: number, kernel: number, stride: number): LayerSpec[] {
  return [
    { type: "conv2d", channels, filters, kernel, stride, bias: false },
    { type: "batchNorm", features: filters },
    { type: "relu" },
  ];
}

/**
 * Five convolutions in three stages, of 14, 7 and 4 pixels a side; two of them are added to what they
 * are given (He et al. 2016). Strides halve the images: a stage at their full size, with pooling behind
 * it, would be half of all time.
 */
export function cnn(width = 24, { dropout = 0.3 } = {}): LayerSpec[] {
  const [a, b, c] = [width, 2 * width, 4 * width];
  return [
    ...block(1, a, 5, 2),
    ...block(a, b, 3, 2),
    { type: "residual", layers: block(b, b, 3, 1) },
    ...block(b, c, 3, 2),
    { type: "residual", layers: block(c, c, 3, 1) },
    { type: "flatten" },
    { type: "dropout", rate: dropout },
    { type: "dense", inputs: 16 * c, outputs: CLASSES, gain: LAST_GAIN },
  ];
}

/** A network with the way to train it. */
export interface Recipe {
  title: string;
  architecture: LayerSpec[];
  options: TrainOptions;
}

/** How training images are changed where a recipe or `--augment` asks for it. */
export const augmentation: Augmentation = {
  shift: 2,
  rotate: 12,
  scale: 0.12,
  shear: 0.15,
  elastic: 1.2,
};

/** The recipes that `train --recipe` knows; all were chosen on validation images. */
export const recipes = {
  quick: { title: "MLP 784-256-128-10", architecture: mlp(), options: defaults },
  mlp: {
    title: "MLP 784-1024-512-10 with dropout and batch norm",
    architecture: mlp([SIDE * SIDE, 1024, 512, CLASSES], { dropout: 0.4, batchNorm: true }),
    options: { ...defaults, epochs: 25, labelSmoothing: 0.05, averageDecay: 0.999 },
  },
  cnn: {
    title: "residual CNN of five convolutions",
    architecture: cnn(),
    options: { ...defaults, epochs: 15, learningRate: 2e-3, averageDecay: 0.999, augmentation },
  },
} satisfies Record<string, Recipe>;

export type RecipeName = keyof typeof recipes;

/**
 * The recipe with another rate in its dropout layers.
 *
 * @throws RangeError when it has none
 */
export function withDropout(recipe: Recipe, rate: number): Recipe {
  const architecture = recipe.architecture.map((spec) =>
    spec.type === "dropout" ? { ...spec, rate } : spec,
  );
  if (!architecture.some(({ type }) => type === "dropout")) {
    throw new RangeError(`--dropout: the recipe "${recipe.title}" has no dropout layer`);
  }
  return { ...recipe, architecture };
}
