import type { Split } from "../data/dataset.ts";
import { holdOut, selectRows } from "../data/hold-out.ts";
import { build, type LayerSpec } from "../models/architecture.ts";
import { mlp } from "../models/recipes.ts";
import { withAverages } from "../training/average.ts";
import { evaluate } from "../training/evaluate.ts";
import { defaults, type TrainOptions } from "../training/options.ts";
import { stream } from "../training/streams.ts";
import { Training } from "../training/training.ts";

/** One way to train: what is left out, and what remains. */
interface Variant {
  name: string;
  architecture: LayerSpec[];
  options: TrainOptions;
}

/** What leaving an ingredient out does to the accuracy on held-out images. */
export interface Ablation {
  name: string;
  /** One accuracy a seed. */
  accuracies: number[];
  /** Mean over the seeds. */
  mean: number;
  /** Mean over the seeds of the difference from the full recipe with the same seed. */
  difference: number;
  /** Standard error of `difference`; NaN for one seed. */
  standardError: number;
}

export interface AblationOptions {
  /** Images to train on; the fewer, the more regularisation matters. */
  images: number;
  epochs: number;
  seeds: number;
}

const sizes = [784, 128, 64, 10];

/** The full recipe first, then the same with one ingredient off each. */
export function variants(epochs: number): Variant[] {
  const architecture = mlp(sizes, { dropout: 0.2, batchNorm: true });
  const options: TrainOptions = {
    ...defaults,
    epochs,
    labelSmoothing: 0.05,
    clipNorm: 5,
    averageDecay: 0.98,
    augmentation: { shift: 1.5, rotate: 8, scale: 0.08, shear: 0.08, elastic: 0.8 },
  };
  const without = (name: string, changed: Partial<TrainOptions>): Variant => {
    return { name, architecture, options: { ...options, ...changed } };
  };
  return [
    { name: "full recipe", architecture, options },
    without("no augmentation", { augmentation: null }),
    { name: "no batch norm", architecture: mlp(sizes, { dropout: 0.2 }), options },
    { name: "no dropout", architecture: mlp(sizes, { batchNorm: true }), options },
    without("no weight decay", { weightDecay: 0 }),
    without("no label smoothing", { labelSmoothing: 0 }),
    without("no averaging of weights", { averageDecay: 0 }),
    without("no schedule (constant rate)", { schedule: "constant" }),
    without("no clipping", { clipNorm: Infinity }),
    without("no Adam (momentum, rate 0.05)", { optimizer: "momentum", learningRate: 0.05 }),
  ];
}

/**
 * Trains every variant with every seed on the same images and scores it on held-out ones. Same seed,
 * same start weights and same order of images: differences are paired.
 */
export async function ablate(
  data: Split,
  { images, epochs, seeds }: AblationOptions,
  onVariant: (result: Ablation) => void = () => {},
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Ablation[]> {
  const { train, validation } = holdOut(data, images, stream(0, "split", 0));
  // The larger part scores, the smaller trains; 10,000 images say enough.
  const scored = selectRows(train, firstRows(Math.min(10_000, train.labels.length)));
  const results: Ablation[] = [];
  for (const variant of variants(epochs)) {
    const accuracies: number[] = [];
    for (let seed = 0; seed < seeds; seed++) {
      accuracies.push(await score(variant, seed, validation, scored, pause));
    }
    const full = results[0]?.accuracies ?? accuracies;
    const differences = accuracies.map((accuracy, seed) => accuracy - full[seed]);
    const result = {
      name: variant.name,
      accuracies,
      mean: mean(accuracies),
      ...spread(differences),
    };
    results.push(result);
    onVariant(result);
  }
  return results;
}

async function score(
  { architecture, options }: Variant,
  seed: number,
  train: Split,
  test: Split,
  pause: () => Promise<void>,
): Promise<number> {
  const network = build(architecture, stream(seed, "weights", 0));
  const training = new Training(network, train, { ...options, seed });
  while (!training.done) {
    training.advance();
    if (training.step % 20 === 0) await pause();
  }
  return withAverages(training, () => evaluate(network, test).accuracy);
}

function firstRows(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function spread(differences: readonly number[]): { difference: number; standardError: number } {
  const difference = mean(differences);
  const squares = differences.reduce((sum, value) => sum + (value - difference) ** 2, 0);
  const variance = squares / (differences.length - 1);
  return { difference, standardError: Math.sqrt(variance / differences.length) };
}
